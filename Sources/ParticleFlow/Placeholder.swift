enum ParticleFlowPlaceholder {}
