extension AdversarialGame {
  /// Regresses the generator on the experiment's start; nil where it has none, and then nothing changes.
  ///
  /// The noise has streams of its own, so that later iterations draw what they draw without a start.
  ///
  /// - Accuracy: that of the generator's precision; the error that is reached is measured, not bounded.
  package func fitStart() -> GeneratorStartFit? {
    guard let start = experiment.generatorStart else { return nil }
    let dimension = start.dimension
    let workspace = Workspace(for: generator, capacity: experiment.batchSize)
    let noise = CounterStream(seed: seed, name: "training/start/noise")
    let slow = start.steps / 3
    for (rate, steps) in [(0.003, start.steps - slow), (0.0003, slow)] {
      let optimiser = Optimiser<Element>(
        .adam(learningRate: rate), parameterCount: generator.parameters.count)
      for _ in 0..<steps {
        noise.writeNormals(count: experiment.batchSize * dimension, into: workspace.input)
        generator.forward(workspace, rows: experiment.batchSize)
        for entry in 0..<experiment.batchSize * dimension {
          let target = start.output(entry % dimension, at: Double(workspace.input[entry]))
          workspace.outputGradient[entry] =
            2 * (workspace.output[entry] - Element(target)) / Element(experiment.batchSize)
        }
        generator.backward(workspace, rows: experiment.batchSize, to: .parameters)
        optimiser.step(generator.parameters, gradients: generator.gradients)
      }
    }
    generator.pack()
    return startFit(start, workspace)
  }

  private func startFit(
    _ start: GeneratorStart, _ workspace: Workspace<Element>
  ) -> GeneratorStartFit {
    let (dimension, batches) = (start.dimension, 16)
    let noise = CounterStream(seed: seed, name: "training/start/probe")
    let count = batches * experiment.batchSize
    var error = 0.0
    var targets = [[Double]](repeating: [], count: dimension)
    for _ in 0..<batches {
      noise.writeNormals(count: experiment.batchSize * dimension, into: workspace.input)
      generator.forward(workspace, rows: experiment.batchSize)
      for entry in 0..<experiment.batchSize * dimension {
        let target = start.output(entry % dimension, at: Double(workspace.input[entry]))
        targets[entry % dimension].append(target)
        let difference = Double(workspace.output[entry]) - target
        error += difference * difference
      }
    }
    let spread = targets.reduce(0) { sum, numbers in
      let mean = numbers.reduce(0, +) / Double(count)
      return sum + numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    return GeneratorStartFit(
      seed: seed, steps: start.steps, rootMeanSquareError: (error / Double(count)).squareRoot(),
      spread: (spread / Double(count)).squareRoot(), latents: count)
  }
}
