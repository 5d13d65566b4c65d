enum NumericKernelPlaceholder {}
