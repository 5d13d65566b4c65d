extension Network {
  /// Overwrites the activations with those of the first `rows` rows of the input, after packing
  /// the weights as they stand.
  package func forward(_ workspace: Workspace<Element>, rows: Int) {
    pack()
    forward(workspace, rows: 0..<rows)
  }

  /// Overwrites the activations of some rows with weights as they were last packed:
  /// A₀ = X, A_l = φ_l(A_{l−1} W_lᵀ + 1 b_lᵀ), with noise on what a layer hands on where there is any.
  package func forward(_ workspace: Workspace<Element>, rows: Range<Int>) {
    precondition(
      rows.upperBound <= workspace.capacity, "rows \(rows) break rows ≤ \(workspace.capacity)")
    for (index, layer) in layers.enumerated() {
      let (inputs, outputs) = (layer.inputWidth, layer.outputWidth)
      let output = workspace.activations[index + 1].base + rows.lowerBound * outputs
      let product = MatrixProduct(
        left: workspace.input(of: index) + rows.lowerBound * inputs, leftRow: inputs, leftDepth: 1,
        right: layer.hasFewOutputs
          ? parameters.base + layer.weightOffset : forwardPanels[index].base,
        result: output, resultRow: outputs, rows: rows.count, columns: outputs, depth: inputs,
        finish: layer.activation.finish(adding: parameters.base + layer.biasOffset))
      if layer.hasFewOutputs {
        Element.multiplyNarrow(product)
      } else {
        Element.multiply(product)
      }
      if layer.activation == .tanh { Element.replaceByTanh(output, count: rows.count * outputs) }
      workspace.addNoise(after: index + 1, rows: rows)
    }
  }

  /// What a backward pass is for; the rest is not computed.
  package enum Target {
    case parameters
    case input
  }

  /// Carries the gradient of a scalar loss back from the output of the last forward pass.
  ///
  /// On entry `workspace.outputGradient` holds ∂L/∂A_last. For each layer from last to first, with
  /// D = ∂L/∂A_l ⊙ φ′ : ∂L/∂W_l = Dᵀ A_{l−1}, ∂L/∂b_l = Dᵀ 1, ∂L/∂A_{l−1} = D W_l.
  /// For `.parameters`, `gradients` is overwritten. For `.input`, `workspace.inputGradient` is.
  package func backward(_ workspace: Workspace<Element>, rows: Int, to target: Target) {
    carryBack(workspace, rows: 0..<rows, to: target)
    if target == .parameters {
      packForGradients(workspace, rows: 0..<rows, of: rows)
      writeGradients(workspace, rows: rows, share: 0, of: 1)
    }
  }

  /// The part of a backward pass that each row has to itself: `workspace.deltas` become D.
  package func carryBack(_ workspace: Workspace<Element>, rows: Range<Int>, to target: Target) {
    precondition(
      rows.upperBound <= workspace.capacity, "rows \(rows) break rows ≤ \(workspace.capacity)")
    for (index, layer) in layers.enumerated().reversed() where index > 0 || target == .input {
      let (inputs, outputs) = (layer.inputWidth, layer.outputWidth)
      var finish = MatrixProduct<Element>.Finish()
      if index > 0 {
        finish = layers[index - 1].activation.derivativeFinish(
          workspace.activations[index].base + rows.lowerBound * inputs)
      }
      let product = MatrixProduct(
        left: workspace.deltas[index + 1].base + rows.lowerBound * outputs, leftRow: outputs,
        leftDepth: 1, right: backwardPanels[index].base,
        result: workspace.deltas[index].base + rows.lowerBound * inputs, resultRow: inputs,
        rows: rows.count, columns: inputs, depth: outputs, finish: finish)
      if layer.hasFewInputs {
        Element.multiplyNarrow(product)
      } else {
        Element.multiply(product)
      }
    }
  }

  /// Packs what the gradients of a pass over `count` rows need of these rows: the inputs of each
  /// layer or, where they are few, its deltas.
  package func packForGradients(
    _ workspace: Workspace<Element>, rows: Range<Int>, of count: Int
  ) {
    for (index, layer) in layers.enumerated() {
      let isNarrow = layer.hasFewInputs
      Element.packRows(
        isNarrow ? workspace.deltas[index + 1].base : workspace.input(of: index), depth: count,
        columns: isNarrow ? layer.outputWidth : layer.inputWidth, rows: rows,
        into: workspace.packed[index].base)
    }
  }

  /// Overwrites a member's share of the gradients, after `carryBack` and `packForGradients` of all
  /// rows: that of some outputs of a layer or, of layers with few outputs, of some inputs.
  package func writeGradients(
    _ workspace: Workspace<Element>, rows: Int, share member: Int, of members: Int
  ) {
    for (index, layer) in layers.enumerated() {
      let (inputs, outputs) = (layer.inputWidth, layer.outputWidth)
      let delta = workspace.deltas[index + 1].base
      let weights = gradients.base + layer.weightOffset
      let packed = workspace.packed[index].base
      let width = Element.panelWidth
      if layer.hasFewInputs {
        // (Aᵀ D)ᵀ, whose columns are many, by panels of D.
        let scratch = workspace.scratch[index].base
        let columns = columnShare(of: outputs, member, of: members)
        guard !columns.isEmpty else { continue }
        Element.multiply(
          MatrixProduct(
            left: workspace.input(of: index), leftRow: 1, leftDepth: inputs,
            right: packed + columns.lowerBound / width * rows * width,
            result: scratch + columns.lowerBound, resultRow: outputs, rows: inputs,
            columns: columns.count, depth: rows))
        for output in columns {
          for input in 0..<inputs {
            weights[output * inputs + input] = scratch[input * outputs + output]
          }
        }
        Element.writeColumnSums(
          delta, stride: outputs, rows: rows, columns: columns,
          into: gradients.base + layer.biasOffset)
        continue
      }
      let isSplitByInput = layer.hasFewOutputs
      let shared = (0..<outputs).share(member, of: members)
      let columns = isSplitByInput ? columnShare(of: inputs, member, of: members) : 0..<inputs
      let lines = isSplitByInput ? 0..<outputs : shared
      if !columns.isEmpty, !lines.isEmpty {
        Element.multiply(
          MatrixProduct(
            left: delta + lines.lowerBound, leftRow: 1, leftDepth: outputs,
            right: packed + columns.lowerBound / width * rows * width,
            result: weights + lines.lowerBound * inputs + columns.lowerBound, resultRow: inputs,
            rows: lines.count, columns: columns.count, depth: rows))
      }
      Element.writeColumnSums(
        delta, stride: outputs, rows: rows, columns: shared, into: gradients.base + layer.biasOffset
      )
    }
  }

  /// A member's columns, cut where panels end.
  private func columnShare(of columns: Int, _ member: Int, of members: Int) -> Range<Int> {
    let panels = (0..<MatrixProduct<Element>.panelCount(columns)).share(member, of: members)
    let width = Element.panelWidth
    return min(panels.lowerBound * width, columns)..<min(panels.upperBound * width, columns)
  }
}
