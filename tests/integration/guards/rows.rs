//! One row for each table with a tenant: the ground for trying whether another tenant can reach it.

use sqlx::{AssertSqlSafe, PgConnection};
use uuid::Uuid;

/// The tenant whose rows these are.
pub(super) const A: Uuid = Uuid::from_u128(0xa);
/// The tenant that tries to reach them.
pub(super) const B: Uuid = Uuid::from_u128(0xb);

/// Persons who belong to no tenant by themselves.
const PERSONS: &str = "
insert into persons (id, email, email_key, created_at) values
    ('00000000-0000-0000-0000-000000000001', 'owner@example.com', 'owner@example.com', '2026-11-23'),
    ('00000000-0000-0000-0000-000000000002', 'reviewer@example.com', 'reviewer@example.com', '2026-11-23'),
    ('00000000-0000-0000-0000-000000000003', 'senior@example.com', 'senior@example.com', '2026-11-23');
insert into tenants (id, slug, name_en, name_zh, languages, time_zone, currency, calendar, sla_hours, state,
    staff_limit, storage_limit, wrapped_key, wrapped_index_key, created_at) values
    ('00000000-0000-0000-0000-00000000000a', 'a', 'A', '甲', '{en}', 'UTC', 'CNY', 'cn', 8, 'active', 9, 9, '', '', '2026-11-23'),
    ('00000000-0000-0000-0000-00000000000b', 'b', 'B', '乙', '{en}', 'UTC', 'CNY', 'cn', 8, 'active', 9, 9, '', '', '2026-11-23');
";

/// In the order of their foreign keys: table, columns beside the tenant, values.
pub(super) const ROWS: &[(&str, &str, &str)] = &[
    ("audit_heads", "seq, hash", "1, sha256('')"),
    (
        "audit_events",
        "seq, occurred_at, actor_kind, name, subject_kind, subject_id, audience, body, prev_hash, hash",
        "1, '2026-11-23', 'system', 'test.happened', 'test', gen_random_uuid(), 'staff', '', sha256(''), sha256('')",
    ),
    (
        "audit_checks",
        "id, checked_at, verified_to",
        "'00000000-0000-0000-0000-000000000009', '2026-11-23', 1",
    ),
    ("storage_use", "bytes", "0"),
    (
        "staff",
        "person_id, state, created_at",
        "'00000000-0000-0000-0000-000000000002', 'active', '2026-11-23'",
    ),
    (
        "staff",
        "person_id, state, created_at",
        "'00000000-0000-0000-0000-000000000003', 'active', '2026-11-23'",
    ),
    ("staff_roles", "person_id, role", "'00000000-0000-0000-0000-000000000002', 'reviewer'"),
    ("staff_roles", "person_id, role", "'00000000-0000-0000-0000-000000000003', 'senior_reviewer'"),
    ("staff_roles", "person_id, role", "'00000000-0000-0000-0000-000000000003', 'admin'"),
    ("staff_roles", "person_id, role", "'00000000-0000-0000-0000-000000000002', 'admin'"),
    (
        "merchants",
        "id, created_by, created_at",
        "'00000000-0000-0000-0000-000000000010', '00000000-0000-0000-0000-000000000001', '2026-11-23'",
    ),
    (
        "merchant_members",
        "merchant_id, person_id, role, added_at",
        "'00000000-0000-0000-0000-000000000010', '00000000-0000-0000-0000-000000000001', 'owner', '2026-11-23'",
    ),
    (
        "invitations",
        "id, email, email_key, roles, merchant_id, lang, created_at, expires_at",
        "'00000000-0000-0000-0000-000000000011', 'x@example.com', 'x@example.com', '{papers}',
         '00000000-0000-0000-0000-000000000010', 'en', '2026-11-23', '2026-11-24'",
    ),
    ("dossier_keys", "id, wrapped_key", "'00000000-0000-0000-0000-000000000012', ''"),
    (
        "applications",
        "id, merchant_id, case_number, kind, country, rules_version, state, created_by, created_at, updated_at",
        "'00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0000-000000000010', 'GW-TESTTEST', 'enterprise',
         'CN', '2026-11', 'in_review', '00000000-0000-0000-0000-000000000001', '2026-11-23', '2026-11-23'",
    ),
    (
        "sections",
        "application_id, code, version, plain, saved_by, saved_at",
        "'00000000-0000-0000-0000-000000000012', 'business', 1, '{}', '00000000-0000-0000-0000-000000000001', '2026-11-23'",
    ),
    (
        "fingerprints",
        "application_id, section, field, kind, fingerprint",
        "'00000000-0000-0000-0000-000000000012', 'bank', 'account_number', 'account_number', sha256('')",
    ),
    (
        "search_terms",
        "application_id, section, field, kind, term, grams",
        "'00000000-0000-0000-0000-000000000012', 'business', 'legal_name', 'name', '甲', '{甲}'",
    ),
    (
        "escalations",
        "id, application_id, raised_by, raised_at, reason_sealed",
        "'00000000-0000-0000-0000-00000000001a', '00000000-0000-0000-0000-000000000012',
         '00000000-0000-0000-0000-000000000002', '2026-11-23', ''",
    ),
    (
        "documents",
        "id, application_id, paper, created_at",
        "'00000000-0000-0000-0000-000000000013', '00000000-0000-0000-0000-000000000012', 'business_licence', '2026-11-23'",
    ),
    (
        "uploads",
        "id, application_id, document_id, version_id, blob_key, state, created_by, created_at, expires_at, paper, reserved",
        "'00000000-0000-0000-0000-000000000014', '00000000-0000-0000-0000-000000000012',
         '00000000-0000-0000-0000-000000000013', '00000000-0000-0000-0000-000000000015', 'a/b/c', 'done',
         '00000000-0000-0000-0000-000000000001', '2026-11-23', '2026-11-24', 'business_licence', 9",
    ),
    (
        "document_versions",
        "id, document_id, application_id, state, size, sha256, blob_key, uploaded_by, uploaded_at, state_data",
        "'00000000-0000-0000-0000-000000000015', '00000000-0000-0000-0000-000000000013',
         '00000000-0000-0000-0000-000000000012', 'scanned', 9, sha256(''), 'a/b/c',
         '00000000-0000-0000-0000-000000000001', '2026-11-23', '{}'",
    ),
    (
        "signing_links",
        "id, application_id, by_mail, created_at, expires_at, state, state_at",
        "'00000000-0000-0000-0000-00000000005a', '00000000-0000-0000-0000-000000000012', true, '2026-11-23',
         '2026-11-26', 'issued', '2026-11-23'",
    ),
    (
        "signatures",
        "id, application_id, link_id, round, answer, signatory, text_kind, text_version, text_lang, text_hash,
         declared_mark, answered_at, address",
        "'00000000-0000-0000-0000-00000000005b', '00000000-0000-0000-0000-000000000012',
         '00000000-0000-0000-0000-00000000005a', 1, 'confirmed', 'representative', 'agreement', '2026-11', 'en',
         sha256(''), sha256(''), '2026-11-23', '192.0.2.1'",
    ),
    (
        "phone_links",
        "id, application_id, paper, token_hash, created_by, session_id, created_at, expires_at, state, state_at",
        "'00000000-0000-0000-0000-00000000005c', '00000000-0000-0000-0000-000000000012', 'business_licence',
         sha256(''), '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-00000000005d', '2026-11-23',
         '2026-11-24', 'open', '2026-11-23'",
    ),
    (
        "document_pages",
        "version_id, page, application_id, substitute_font, outline, sheet_sealed",
        "'00000000-0000-0000-0000-000000000015', 1, '00000000-0000-0000-0000-000000000012', false, sha256(''), ''",
    ),
    ("page_bands", "band, version_id, page", "7, '00000000-0000-0000-0000-000000000015', 1"),
    (
        "page_likenesses",
        "version_id, page, other_version_id, other_page, application_id, other_application_id, alike, found_at",
        "'00000000-0000-0000-0000-000000000015', 1, '00000000-0000-0000-0000-000000000015', 1,
         '00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0000-000000000099', 97, '2026-11-23'",
    ),
    (
        "paper_looks",
        "version_id, person_id, look, began_at",
        "'00000000-0000-0000-0000-000000000015', '00000000-0000-0000-0000-000000000002', gen_random_uuid(), '2026-11-23'",
    ),
    (
        "refused_files",
        "application_id, sha256, reason, refused_at",
        "'00000000-0000-0000-0000-000000000012', sha256(''), 'encrypted', '2026-11-23'",
    ),
    (
        "recommendations",
        "id, application_id, application_version, seen, reviewer_id, verdict, created_at",
        "'00000000-0000-0000-0000-000000000016', '00000000-0000-0000-0000-000000000012', 1, sha256(''),
         '00000000-0000-0000-0000-000000000002', 'approve', '2026-11-23'",
    ),
    (
        "decisions",
        "id, application_id, recommendation_id, reviewer_id, decider_id, application_version, seen, outcome, created_at",
        "'00000000-0000-0000-0000-000000000017', '00000000-0000-0000-0000-000000000012',
         '00000000-0000-0000-0000-000000000016', '00000000-0000-0000-0000-000000000002',
         '00000000-0000-0000-0000-000000000003', 1, sha256(''), 'approved', '2026-11-23'",
    ),
    (
        "judgements",
        "id, application_id, what, section_version, round, mark, judged_by, judged_at",
        "'00000000-0000-0000-0000-000000000020', '00000000-0000-0000-0000-000000000012', 'field:business:uscc', 1, 1,
         'accepted', '00000000-0000-0000-0000-000000000002', '2026-11-23'",
    ),
    (
        "requested_items",
        "application_id, round, what, position, reason, section_version, requested_by, requested_at",
        "'00000000-0000-0000-0000-000000000012', 1, 'field:business:uscc', 0, 'wrong', 1,
         '00000000-0000-0000-0000-000000000002', '2026-11-23'",
    ),
    ("renewals", "application_id, next_on", "'00000000-0000-0000-0000-000000000012', '2026-11-23'"),
    (
        "renewal_words",
        "application_id, document_id, last_on, days, told_at",
        "'00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0000-000000000013', '2026-12-23', 30, '2026-11-23'",
    ),
    (
        "explanations",
        "id, application_id, round, what, explained_by, explained_at",
        "'00000000-0000-0000-0000-000000000021', '00000000-0000-0000-0000-000000000012', 1, 'field:business:uscc',
         '00000000-0000-0000-0000-000000000001', '2026-11-23'",
    ),
    (
        "case_notes",
        "id, application_id, kind, text_sealed, written_by, written_at",
        "'00000000-0000-0000-0000-000000000022', '00000000-0000-0000-0000-000000000012', 'note', '',
         '00000000-0000-0000-0000-000000000002', '2026-11-23'",
    ),
    (
        "reveals",
        "id, application_id, section, fields, reason, words_sealed, revealed_by, revealed_at",
        "'00000000-0000-0000-0000-000000000052', '00000000-0000-0000-0000-000000000012', 'bank', '{account_number}',
         'look_up', '', '00000000-0000-0000-0000-000000000002', '2026-11-23'",
    ),
    (
        "waivers",
        "id, application_id, what, reason_sealed, proposed_by, proposed_at",
        "'00000000-0000-0000-0000-000000000023', '00000000-0000-0000-0000-000000000012', 'paper:bank_proof', '',
         '00000000-0000-0000-0000-000000000002', '2026-11-23'",
    ),
    (
        "screenings",
        "id, application_id, round, rules_version, results_sealed, screened_at",
        "'00000000-0000-0000-0000-000000000024', '00000000-0000-0000-0000-000000000012', 1, '2026-11', '', '2026-11-23'",
    ),
    (
        "screening_lists",
        "id, source, name, meaning, made_by, made_at",
        "'00000000-0000-0000-0000-000000000040', 'cn_pboc', '', 'two_people', '00000000-0000-0000-0000-000000000003', '2026-11-23'",
    ),
    (
        "screening_files",
        "id, list_id, dated, entries, sha256, content_sealed, imported_by, imported_at",
        "'00000000-0000-0000-0000-000000000041', '00000000-0000-0000-0000-000000000040', '2026-11-22', 1, sha256(''), '',
         '00000000-0000-0000-0000-000000000003', '2026-11-23'",
    ),
    (
        "screening_hits",
        "id, application_id, list_id, file_id, meaning, role, party_mark, entry_mark, details_sealed, found_at, state",
        "'00000000-0000-0000-0000-000000000042', '00000000-0000-0000-0000-000000000012',
         '00000000-0000-0000-0000-000000000040', '00000000-0000-0000-0000-000000000041', 'two_people', 'owner', sha256('a'),
         sha256('b'), '', '2026-11-23', 'open'",
    ),
    (
        "screening_looks",
        "application_id, files, looked_at",
        "'00000000-0000-0000-0000-000000000012', '{}', '2026-11-23'",
    ),
    (
        "screening_verdicts",
        "id, application_id, hit_id, verdict, reason_sealed, decided_by, decided_at",
        "'00000000-0000-0000-0000-000000000043', '00000000-0000-0000-0000-000000000012',
         '00000000-0000-0000-0000-000000000042', 'other', '', '00000000-0000-0000-0000-000000000002', '2026-11-23'",
    ),
    (
        "consents",
        "id, application_id, kind, text_version, given_by, given_at, address",
        "'00000000-0000-0000-0000-000000000018', '00000000-0000-0000-0000-000000000012', 'agreement', '2026-11',
         '00000000-0000-0000-0000-000000000001', '2026-11-23', '192.0.2.1'",
    ),
    (
        "own_accounts",
        "holder, bank, number, saved_by, saved_at",
        "'Harbour Pay', 'Bank of Harbour', '6222', '00000000-0000-0000-0000-000000000003', '2026-11-23'",
    ),
    (
        "account_proofs",
        "id, application_id, state, state_data, reference, account_mark, account_sealed, currency, begun_at",
        "'00000000-0000-0000-0000-000000000050', '00000000-0000-0000-0000-000000000012', 'choosing',
         '{\"state\": \"choosing\"}', 'V-TESTTEST', sha256(''), '', 'CNY', '2026-11-23'",
    ),
    (
        "bank_files",
        "id, lines, sha256, content_sealed, imported_by, imported_at",
        "'00000000-0000-0000-0000-000000000051', 1, sha256(''), '', '00000000-0000-0000-0000-000000000003', '2026-11-23'",
    ),
    (
        "bank_lines",
        "file_id, line, mark, outcome, proof_id",
        "'00000000-0000-0000-0000-000000000051', 2, sha256('line'), 'fits', '00000000-0000-0000-0000-000000000050'",
    ),
    (
        "retention_holds",
        "id, application_id, reason_sealed, placed_by, placed_at",
        "'00000000-0000-0000-0000-000000000060', '00000000-0000-0000-0000-000000000012', '',
         '00000000-0000-0000-0000-000000000003', '2026-11-23'",
    ),
    (
        "erasures",
        "id, application_id, cause, outcome, ground, entered_by, entered_at",
        "'00000000-0000-0000-0000-000000000061', '00000000-0000-0000-0000-000000000012', 'asked', 'restricted', 'hold',
         '00000000-0000-0000-0000-000000000003', '2026-11-23'",
    ),
    ("application_counts", "state, count", "'signing', 1"),
    ("decision_days", "day, outcome, count", "'2026-11-22', 'approved', 1"),
    (
        "end_notices",
        "application_id, state, told_at, ends_at",
        "'00000000-0000-0000-0000-000000000012', 'draft', '2026-11-23', '2026-11-30'",
    ),
    (
        "capabilities",
        "merchant_id, channel, environment, requested_at, state, state_data, since, application_id, verified_at, effective_at",
        "'00000000-0000-0000-0000-000000000010', 'alipay', 'live', '2026-11-23', 'effective', '{}', '2026-11-23',
         '00000000-0000-0000-0000-000000000012', '2026-11-23', '2026-11-23'",
    ),
    (
        "channel_answers",
        "id, merchant_id, application_id, channel, environment, answer, state, verbatim_sealed, answered_on, recorded_by, recorded_at",
        "'00000000-0000-0000-0000-000000000020', '00000000-0000-0000-0000-000000000010',
         '00000000-0000-0000-0000-000000000012', 'alipay', 'live', 'yes', 'effective', '', '2026-11-23',
         '00000000-0000-0000-0000-000000000002', '2026-11-23'",
    ),
    (
        "live_rights",
        "id, merchant_id, application_id, proposed_by, proposed_at",
        "'00000000-0000-0000-0000-000000000021', '00000000-0000-0000-0000-000000000010',
         '00000000-0000-0000-0000-000000000012', '00000000-0000-0000-0000-000000000002', '2026-11-23'",
    ),
    (
        "price_lines",
        "id, claim, beneath, valid_from, proposed_by, proposed_at",
        r#"'00000000-0000-0000-0000-000000000031', '{"channel": "alipay", "currency": "CNY"}', 'alipay-cn-qr',
         '2026-11-23', '00000000-0000-0000-0000-000000000003', '2026-11-23'"#,
    ),
    (
        "offers",
        "id, merchant_id, version, lines, proposed_by, proposed_at",
        "'00000000-0000-0000-0000-000000000032', '00000000-0000-0000-0000-000000000010', 1, '[{}]',
         '00000000-0000-0000-0000-000000000003', '2026-11-23'",
    ),
    (
        "fee_claims",
        "id, figures, contract, page, read_on, effective_from, proposed_by, proposed_at",
        r#"'00000000-0000-0000-0000-000000000030',
           '{"id": "", "channel": "alipay", "currency": "CNY", "percent": 3800}', 'HB-1', '4', '2026-11-23',
           '2026-01-01', '00000000-0000-0000-0000-000000000002', '2026-11-23'"#,
    ),
    (
        "fee_claim_files",
        "claim_id, kind, size, sha256, sealed, added_by, added_at",
        "'00000000-0000-0000-0000-000000000030', 'pdf', 1, sha256(''), '',
         '00000000-0000-0000-0000-000000000002', '2026-11-23'",
    ),
    (
        "credentials",
        "id, merchant_id, environment, label, created_by, created_at",
        "'00000000-0000-0000-0000-000000000019', '00000000-0000-0000-0000-000000000010', 'test', 'Checkout',
         '00000000-0000-0000-0000-000000000001', '2026-11-23'",
    ),
    (
        "currency_rates",
        "id, currency, holds_from, worth, entered_by, entered_at",
        "'00000000-0000-0000-0000-000000000071', 'USD', '2026-11-23', 7120000,
         '00000000-0000-0000-0000-000000000002', '2026-11-23'",
    ),
    (
        "stored_mixes",
        "id, merchant_id, name, currencies, rows, groups, content, uploaded_by, uploaded_at",
        "'00000000-0000-0000-0000-000000000030', '00000000-0000-0000-0000-000000000010', 'October', '{USD}', 1, 1, '{}',
         '00000000-0000-0000-0000-000000000002', '2026-11-23'",
    ),
    (
        "stored_mix_columns",
        "owner, headings, mapped_at",
        "'00000000-0000-0000-0000-000000000010', '{}', '2026-11-23'",
    ),
];

/// Persons and both tenants.
pub(super) async fn ground(app: &mut PgConnection) {
    sqlx::raw_sql(PERSONS).execute(app).await.expect("persons and tenants stand");
}

/// From here on this connection works in the tenant; in the session, so that each statement of a test may fail alone.
pub(super) async fn enter(app: &mut PgConnection, tenant: Uuid) {
    sqlx::query("select set_config('app.tenant_id', $1, false)")
        .bind(tenant.to_string())
        .execute(app)
        .await
        .expect("the tenant is set");
}

/// One row in each table, for a tenant, as the app.
pub(super) async fn fill(app: &mut PgConnection, tenant: Uuid) {
    enter(app, tenant).await;
    for (table, columns, values) in ROWS {
        let sql = format!("insert into {table} (tenant_id, {columns}) values ('{tenant}', {values})");
        sqlx::raw_sql(AssertSqlSafe(sql))
            .execute(&mut *app)
            .await
            .unwrap_or_else(|error| panic!("{table}: {error}"));
    }
}
