//! Where a draft stops, noted whenever it was touched.

use crate::{Result, Services, applications::judge};
use domain::{applications::StateKind, overview::Step};
use store::{TenantTx, applications::Application, overview};

/// Notes where this draft stops now; nothing for what is no draft.
pub(crate) async fn note(services: &Services, tx: &mut TenantTx, application: &Application) -> Result<()> {
    if application.state.kind() != StateKind::Draft {
        return Ok(());
    }
    let judged = judge(services, tx, application).await?;
    Ok(overview::note(tx, application.id, &Step::of(&judged.tasks)).await?)
}
