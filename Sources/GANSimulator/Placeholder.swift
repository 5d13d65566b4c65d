enum GANSimulatorPlaceholder {}
