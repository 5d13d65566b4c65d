enum ScalarsPlaceholder {}
