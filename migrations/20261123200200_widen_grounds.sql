-- A recommendation or decision has as many grounds as it needs.

alter table recommendations drop column reason, add column reasons text[] not null default '{}';
alter table decisions drop column reason, add column reasons text[] not null default '{}';
