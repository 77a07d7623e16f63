//! Who calls: whoever the presented credential speaks for.

use super::bearer;
use crate::web::{AppState, ClientAddress, Fault};
use axum::{Extension, http::HeaderMap};
use services::{
    ServiceError,
    credentials::{self, Me},
};
use std::net::{IpAddr, Ipv4Addr};

/// What the caller's credential may know of itself.
pub(super) async fn me(
    app: &AppState,
    address: Option<Extension<ClientAddress>>,
    headers: &HeaderMap,
) -> Result<Me, Fault> {
    let secret = bearer::presented(headers).ok_or_else(Fault::credential)?;
    credentials::me(&app.services, secret, whence(address)).await.map_err(refused)
}

/// Whether the caller's credential speaks for anybody.
pub(super) async fn speaks(
    app: &AppState,
    address: Option<Extension<ClientAddress>>,
    headers: &HeaderMap,
) -> Result<(), Fault> {
    let secret = bearer::presented(headers).ok_or_else(Fault::credential)?;
    credentials::speaks(&app.services, secret, whence(address)).await.map_err(refused)
}

fn whence(address: Option<Extension<ClientAddress>>) -> IpAddr {
    address.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |Extension(ClientAddress(address))| address)
}

fn refused(error: ServiceError) -> Fault {
    match error {
        ServiceError::SignedOut => Fault::credential(),
        ServiceError::Forbidden => Fault::credential_address(),
        other => other.into(),
    }
}
