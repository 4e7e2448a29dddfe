use crate::project::Project;
use anyhow::Result;
pub fn check(_: &Project, _: bool) -> Result<()> {
    Ok(())
}
