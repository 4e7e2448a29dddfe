use crate::project::Project;
use anyhow::Result;
pub fn tidy(_: &Project) -> Result<()> {
    Ok(())
}
