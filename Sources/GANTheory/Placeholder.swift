enum GANTheoryPlaceholder {}
