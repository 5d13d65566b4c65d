import GANTheory
import ParticleFlow
import Reporting

/// A density on a mesh as it is kept in a file.
struct KeptDensity: Codable {
  let density: [Double]
  let time: Double
  let steps: Int

  init(_ flow: DensityFlow) {
    (density, time, steps) = (flow.density, flow.time, flow.stepCount)
  }

  /// The flow that goes on from here.
  ///
  /// - Throws: `FlowError` where the numbers are no density of the mesh.
  func flow(of start: DensityFlow) throws -> DensityFlow {
    try start.resumed(density: density, time: time, stepCount: steps)
  }
}

/// Particles and the density beside them as they are kept in a file.
struct KeptMoment: Codable {
  let positions: [Double]
  let time: Double
  let steps: Int
  let density: KeptDensity
  /// The density that moves the particles, at the time at which it was last asked.
  let carried: KeptDensity?
}

/// Particles that move from moment to moment beside the density, from where an earlier run was stopped.
struct ParticleWalk {
  let start: ParticleCloud
  let flow: DensityFlow
  let times: [Double]
  let stepSize: Double
  let kept: [KeptMoment]
  let keep: ([KeptMoment]) throws -> Void

  /// All moments.
  ///
  /// - Parameter carried: the density that a discriminator has of its own.
  func moments<D: ParticleDiscriminator>(
    under discriminator: D, carried: (D) -> DensityFlow?
  ) throws -> [ParticleTable.Moment] {
    var (discriminator, kept) = (discriminator, kept)
    var moments = try kept.map { moment in
      ParticleTable.Moment(
        cloud: ParticleCloud(
          positions: moment.positions, dimension: start.dimension, time: moment.time,
          stepCount: moment.steps), flow: try moment.density.flow(of: flow))
    }
    let progress = ProgressLine()
    defer { progress.finish() }
    for time in times.dropFirst(moments.count) {
      var (cloud, flow) = (moments.last?.cloud ?? start, moments.last?.flow ?? flow)
      try cloud.advance(to: time, stepSize: stepSize, &discriminator) {
        progress.show(
          done: Int(1000 * $0.time / times[times.count - 1]), of: 1000, "\($0.stepCount) steps")
        return true
      }
      try flow.advance(to: time)
      moments.append(ParticleTable.Moment(cloud: cloud, flow: flow))
      kept.append(
        KeptMoment(
          positions: cloud.positions, time: cloud.time, steps: cloud.stepCount,
          density: KeptDensity(flow), carried: carried(discriminator).map(KeptDensity.init)))
      try keep(kept)
    }
    return moments
  }
}
