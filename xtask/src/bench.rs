use crate::project::Project;
use anyhow::Result;
pub fn bench(_: &Project) -> Result<()> {
    Ok(())
}
