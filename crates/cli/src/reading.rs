//! How attributions are read: by the learned model of this build, or by rules alone.

use readout_core::corpus::CorpusBuilder;
use readout_core::quote::model::frames::Model;

/// The model, if it is to be asked.
pub struct Reading(Option<Model<'static>>);

impl Reading {
    /// By rules alone where they are asked for, or where this build carries no model.
    pub fn asked(rules: bool) -> Result<Reading, Box<dyn std::error::Error>> {
        if rules { Ok(Reading(None)) } else { Self::carried() }
    }

    #[cfg(feature = "model")]
    fn carried() -> Result<Reading, Box<dyn std::error::Error>> {
        let model = Model::read(readout_core::quote::model::TRAINED);
        Ok(Reading(Some(model.ok_or("the model in this program is of another version: build it anew")?)))
    }

    #[cfg(not(feature = "model"))]
    #[expect(clippy::unnecessary_wraps, reason = "a build with the model may fail to read it")]
    fn carried() -> Result<Reading, Box<dyn std::error::Error>> {
        Ok(Reading(None))
    }

    /// A builder that reads so.
    pub fn builder(&self) -> CorpusBuilder<'_> {
        self.0.as_ref().map_or_else(CorpusBuilder::new, CorpusBuilder::with_model)
    }
}
