-- What was read from the words of a note and that no person has confirmed yet is in no figure.
alter table vacancies.vacancy add column read_from_words boolean not null default false;
-- Of “2–3 welders” the larger number; `places` is the smaller.
alter table vacancies.vacancy add column places_at_most int check (places_at_most > places);
-- The language that the title is in: the one in which it was said.
alter table vacancies.vacancy add column title_language text not null default 'fi' check (title_language in ('fi', 'sv', 'en'));
