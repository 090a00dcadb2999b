-- What a project was when it was closed is kept as a version too.
alter table projects.plan_version drop constraint plan_version_occasion_check;
alter table projects.plan_version
  add constraint plan_version_occasion_check check (occasion in ('kept','document','applied','closed'));
