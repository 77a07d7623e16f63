-- What is known of each page of a file: whether another font stood in for one of its own, and by what other pages that
-- show the same are found. The small grey sheet is sealed under the application's key; the outline holds the signs of
-- its lowest frequencies, from which no page can be drawn. All of it goes when the file's bytes go.

create table document_pages (
    tenant_id uuid not null,
    version_id uuid not null,
    page integer not null check (page >= 1),
    application_id uuid not null,
    substitute_font boolean not null,
    -- Null where there is too little on the page to know it by.
    outline bytea check (length(outline) = 32),
    sheet_sealed bytea,
    primary key (tenant_id, version_id, page),
    foreign key (tenant_id, version_id) references document_versions (tenant_id, id),
    foreign key (tenant_id, application_id) references applications (tenant_id, id),
    check ((outline is null) = (sheet_sealed is null))
);

create index document_pages_by_application on document_pages (tenant_id, application_id);

-- Pieces of outlines. Two pages that show the same share one of them at least, nearly always.
create table page_bands (
    tenant_id uuid not null,
    band integer not null,
    version_id uuid not null,
    page integer not null,
    primary key (tenant_id, band, version_id, page),
    foreign key (tenant_id, version_id, page) references document_pages (tenant_id, version_id, page)
);

create index page_bands_by_page on page_bands (tenant_id, version_id, page);

-- Pages that show the same, in different applications; each pair from both sides.
create table page_likenesses (
    tenant_id uuid not null,
    version_id uuid not null,
    page integer not null,
    other_version_id uuid not null,
    other_page integer not null,
    application_id uuid not null,
    other_application_id uuid not null,
    -- In how many of a hundred squares with print it is the same.
    alike smallint not null check (alike between 0 and 100),
    found_at timestamptz not null,
    primary key (tenant_id, version_id, page, other_version_id, other_page),
    foreign key (tenant_id, version_id, page) references document_pages (tenant_id, version_id, page),
    foreign key (tenant_id, other_version_id, other_page) references document_pages (tenant_id, version_id, page),
    check (application_id <> other_application_id)
);

create index page_likenesses_by_application on page_likenesses (tenant_id, application_id);
create index page_likenesses_by_other on page_likenesses (tenant_id, other_version_id);

do $$
declare
    guarded text;
begin
    foreach guarded in array array['document_pages', 'page_bands', 'page_likenesses'] loop
        execute format('alter table %I enable row level security', guarded);
        execute format('alter table %I force row level security', guarded);
        execute format(
            'create policy tenant on %I to gangway_app
             using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))
             with check (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
            guarded
        );
        execute format('create policy migrations on %I to gangway_owner using (true) with check (true)', guarded);
        execute format('grant select, insert, delete on %I to gangway_app', guarded);
    end loop;
end $$;
