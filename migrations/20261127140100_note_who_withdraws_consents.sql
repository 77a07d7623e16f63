-- Who took a consent back, and the consents of one application in their order.

alter table consents add column withdrawn_by uuid references persons (id);
alter table consents add constraint withdrawn_by_somebody check ((withdrawn_by is null) or (withdrawn_at is not null));

create index consents_by_application on consents (tenant_id, application_id, given_at);
