//! What is done every so often: for one tenant after another, whatever fails at one of them.

use sqlx::AssertSqlSafe;
use tests::{builders::Tenant, world::World};

/// An upload of this tenant's whose sender went away long ago.
async fn stale_upload(tenant: &Tenant<'_>) {
    let merchant = tenant.merchant(&format!("lin@{}.example", tenant.slug)).await;
    let mut owner = tenant.world.database.owner().await;
    sqlx::query(
        "insert into uploads (tenant_id, id, application_id, document_id, version_id, paper, blob_key, reserved,
             state, created_by, created_at, expires_at)
         values ($1, $2, $3, $2, $2, 'business_licence', $4, 9, 'open', $5, $6, $6)",
    )
    .bind(tenant.id.0)
    .bind(tenant.world.services.ports().random.id(tenant.world.services.now()))
    .bind(merchant.id.0)
    .bind(format!("{}/a/b", tenant.id))
    .bind(merchant.owner.id.0)
    .bind(tenant.world.services.now() - time::Duration::days(3))
    .execute(&mut owner)
    .await
    .expect("an upload");
}

async fn open_uploads(tenant: &Tenant<'_>) -> i64 {
    let mut owner = tenant.world.database.owner().await;
    let sql = "select count(*) from uploads where tenant_id = $1 and state = 'open'";
    sqlx::query_scalar(sql).bind(tenant.id.0).fetch_one(&mut owner).await.expect(sql)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_fails_at_one_tenant_is_done_at_the_others() {
    let world = World::new().await;
    let tenants =
        [world.tenant("anchor").await, world.tenant("harbour").await, world.tenant("lantern").await];
    for tenant in &tenants {
        stale_upload(tenant).await;
    }
    let [_, harbour, _] = &tenants;
    let broken = format!(
        "create function broken() returns boolean language plpgsql as $$ begin
             if current_setting('app.tenant_id', true) = '{}' then raise exception 'broken'; end if;
             return true;
         end $$;
         create policy broken on uploads as restrictive to gangway_app using (broken())",
        harbour.id
    );
    let mut owner = world.database.owner().await;
    sqlx::raw_sql(AssertSqlSafe(broken)).execute(&mut owner).await.unwrap();
    for thorough in [false, true] {
        server::housekeeping::once(&world.services, thorough).await;
        for tenant in &tenants {
            assert_eq!(open_uploads(tenant).await, i64::from(tenant.id == harbour.id), "{}", tenant.slug);
        }
    }
    sqlx::query("drop policy broken on uploads").execute(&mut owner).await.unwrap();
    server::housekeeping::once(&world.services, false).await;
    world.run_jobs().await;
    assert_eq!(open_uploads(harbour).await, 0, "the next round does what was left");
}
