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
    beginStep()
    step(parameters, gradients: gradients, share: 0, of: 1)
  }

  /// Counts a step, whose shares may then be taken in any order.
  package func beginStep() {
    stepCount += 1
  }

  /// Forgets all steps.
  package func forget() {
    stepCount = 0
    firstMoment.base.update(repeating: 0, count: firstMoment.count)
    secondMoment.base.update(repeating: 0, count: secondMoment.count)
  }

  /// Moves a member's share of the parameters.
  package func step(
    _ parameters: AlignedBuffer<Element>, gradients: AlignedBuffer<Element>, share member: Int,
    of members: Int
  ) {
    precondition(
      parameters.count == firstMoment.count && gradients.count == firstMoment.count,
      "\(parameters.count) parameters break count = \(firstMoment.count)")
    let share = (0..<parameters.count).share(member, of: members)
    let first = share.lowerBound
    switch settings {
    case .sgd(let learningRate, let momentum):
      Element.stepMomentum(
        parameters.base + first, velocity: firstMoment.base + first,
        gradients: gradients.base + first, count: share.count, rate: Element(learningRate),
        momentum: Element(momentum))
    case .adam(let learningRate, let firstDecay, let secondDecay, let denominatorOffset):
      let firstCorrection = 1 - pow(firstDecay, Double(stepCount))
      let secondCorrection = 1 - pow(secondDecay, Double(stepCount))
      Element.stepAdam(
        parameters.base + first, first: firstMoment.base + first,
        second: secondMoment.base + first, gradients: gradients.base + first, count: share.count,
        rate: Element(learningRate / firstCorrection), firstDecay: Element(firstDecay),
        secondDecay: Element(secondDecay), rootScale: Element(1 / secondCorrection.squareRoot()),
        offset: Element(denominatorOffset))
    }
  }
}
