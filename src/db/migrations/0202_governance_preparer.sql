-- Who answers for the preparation of what a body decides (vastuuvalmistelija, 004:41): speaks, does not vote.
alter table governance.member drop constraint member_capacity_check;
alter table governance.member add constraint member_capacity_check
  check (capacity in ('chair','vice-chair','member','deputy','preparer','expert','secretary'));
