-- What a paper says by itself, read when it was opened: its text, its day, its look. Sealed under the application's key,
-- and gone with the file.
alter table document_versions add column reading_sealed bytea;
alter table document_versions add constraint document_versions_reading
    check (reading_sealed is null or blob_key is not null);
