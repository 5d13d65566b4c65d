internal import Foundation

/// A rule for stepping down a gradient and its memory of the steps before.
///
/// - Accuracy: rounding of `Element`; Adam's corrections 1 − βᵗ are formed in double precision.
package final class Optimiser<Element: NetworkFloat> {
  package let settings: OptimiserSettings
  /// How many steps were taken.
  package var stepCount = 0
  /// Momentum's velocity or Adam's mean of gradients, in the layout of the parameters.
  package let firstMoment: AlignedBuffer<Element>
  /// Adam's mean of squared gradients; empty for SGD.
  package let secondMoment: AlignedBuffer<Element>

  package init(_ settings: OptimiserSettings, parameterCount: Int) {
    self.settings = settings
    firstMoment = AlignedBuffer(count: parameterCount)
    switch settings {
    case .sgd: secondMoment = AlignedBuffer(count: 0)
    case .adam: secondMoment = AlignedBuffer(count: parameterCount)
    }
  }

  /// Moves the parameters one step.
  package func step(
    _ parameters: AlignedBuffer<Element>, gradients: AlignedBuffer<Element>
  ) {
    precondition(
      parameters.count == firstMoment.count && gradients.count == firstMoment.count,
      "\(parameters.count) parameters break count = \(firstMoment.count)")
    stepCount += 1
    switch settings {
    case .sgd(let learningRate, let momentum):
      stepMomentum(
        parameters.base, gradients.base, rate: Element(learningRate), momentum: Element(momentum))
    case .adam(let learningRate, let firstDecay, let secondDecay, let denominatorOffset):
      let firstCorrection = 1 - pow(firstDecay, Double(stepCount))
      let secondCorrection = 1 - pow(secondDecay, Double(stepCount))
      stepAdam(
        parameters.base, gradients.base, rate: Element(learningRate / firstCorrection),
        firstDecay: Element(firstDecay), secondDecay: Element(secondDecay),
        rootScale: Element(1 / secondCorrection.squareRoot()), offset: Element(denominatorOffset))
    }
  }

  private func stepMomentum(
    _ parameters: UnsafeMutablePointer<Element>, _ gradients: UnsafePointer<Element>,
    rate: Element, momentum: Element
  ) {
    let velocity = firstMoment.base
    for index in 0..<firstMoment.count {
      velocity[index] = momentum * velocity[index] + gradients[index]
      parameters[index] -= rate * velocity[index]
    }
  }

  private func stepAdam(
    _ parameters: UnsafeMutablePointer<Element>, _ gradients: UnsafePointer<Element>,
    rate: Element, firstDecay: Element, secondDecay: Element, rootScale: Element, offset: Element
  ) {
    let first = firstMoment.base
    let second = secondMoment.base
    for index in 0..<firstMoment.count {
      let gradient = gradients[index]
      let mean = firstDecay * first[index] + (1 - firstDecay) * gradient
      let square = secondDecay * second[index] + (1 - secondDecay) * gradient * gradient
      first[index] = mean
      second[index] = square
      parameters[index] -= rate * mean / (square.squareRoot() * rootScale + offset)
    }
  }
}
