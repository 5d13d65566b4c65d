(** What is proved, claim by claim, in the order of the ledger. The comment in front of a statement
    names the claims that it judges and what it establishes of them:
    - statement: the claim holds as printed;
    - refutation: the claim as printed is false;
    - triviality: its conclusion holds whatever its constant says;
    - corrected, sharpened, generalised: the claim's first amendment of that kind holds;
      sharpened-2 is the second of that kind;
    - step, corrected-step, sharpened-2-step: an essential part of one of these; the rest is not
      proved here, and no verdict rests on it.
    `record.py` compares these comments with the ledger; each theorem is closed by one `exact`. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities DiscriminatorFields DiscriminatorFieldCases.
From Steepness Require Import Steepness ModeMixture Collapse ParticleModel.
From Steepness Require SymmetricMixture PushForwardDensity SteepnessRate SteepnessEvolution.
From Steepness Require EvolutionProofLines ClosedSteepnessEquation SteepnessGrowth.
From Steepness Require MixtureEvolution SteepestAtCentre LipschitzConstant.
From Steepness Require OptimalGenerator GeneratorShape ModeCount OptimalGeneratorExists.
From Steepness Require MonotonePairing.
From Steepness Require FoldedGenerator FoldBranches DensityTransformation.
From Steepness Require Missing.EuclideanSpace Missing.Gradients.
From Steepness Require SingleModeRecurrence SingleModePrinted SingleModeLongRun.
From Steepness Require SingleModeNearOptimum SingleModeClosedForm SingleModeTwoSteps.
Open Scope R_scope.

(** * Section 2 *)

(** claim: equation-2.2 statement *)
Theorem field_eq_ratio_field :
  forall (V : NormedModule R_AbsRing) (p q : V -> R) (x v : V),
  0 < p x -> 0 < q x -> ex_directional p x v -> ex_directional q x v ->
  let d u := p u / (p u + q u) in
  let r u := p u / q u in
  ex_directional d x v /\ ex_directional r x v
  /\ directional d x v / d x = directional r x v * / (r x * (1 + r x)).
Proof. exact field_eq_ratio_field_of_differentiable. Qed.

(** * Section 3: fitting *)

(** A strictly convex cost h(x - y): pairing ascending with ascending points is cheaper than any
    other pairing, of two or three points. That this makes Ψ⁻¹∘Φ the optimal map is not proved. *)
(** claim: prose-3.2-optimal-transport step *)
Theorem ascending_pairing_cheapest :
  forall h : R -> R, MonotonePairing.strictly_convex h ->
  (forall x1 x2 y1 y2, x1 < x2 -> y1 < y2 ->
     h (x1 - y1) + h (x2 - y2) < h (x1 - y2) + h (x2 - y1))
  /\ (forall x1 x2 x3 y1 y2 y3, x1 < x2 < x3 -> y1 < y2 < y3 ->
      let cost a b c := h (x1 - a) + h (x2 - b) + h (x3 - c) in
      cost y1 y2 y3 < cost y1 y3 y2 /\ cost y1 y2 y3 < cost y2 y1 y3
      /\ cost y1 y2 y3 < cost y2 y3 y1 /\ cost y1 y2 y3 < cost y3 y1 y2
      /\ cost y1 y2 y3 < cost y3 y2 y1).
Proof. exact MonotonePairing.ascending_pairings_cheaper. Qed.

Section GeneratorSlope.

Import OptimalGenerator GeneratorShape.

(** Two modes and the generators g1, g2 = Ψ⁻¹∘Φ for two spreads; 0 is the latent of the midpoint. *)
(** claim: prose-3.2-inverse-variance sharpened *)
Theorem pair_slope_falls_with_spread :
  forall (Phi Psi1 Psi2 g1 g2 : R -> R) (x1 x2 s1 s2 : R),
  0 < s1 < s2 -> x1 < x2 ->
  optimal_generator Phi Psi1 (pair_mixture x1 x2 s1) g1 ->
  optimal_generator Phi Psi2 (pair_mixture x1 x2 s2) g2 ->
  (2 * s2 <= x2 - x1 -> Derive g2 0 < Derive g1 0)
  /\ (x2 - x1 <= 2 * s1 -> Derive g1 0 < Derive g2 0).
Proof. exact pair_slope_and_spread. Qed.

End GeneratorSlope.

(** A differentiable map of a ball onto an unbounded image, in coordinates g . j with differential
    dg: for every M, whatever it is, somewhere a coordinate of Jv is more than M|v|, so that the
    steepness is more than M. p_data has no bounded support, so the image is unbounded; the
    constant of the theorem plays no part. *)
(** claim: theorem-3.2 theorem-C.4 triviality *)
Theorem steepness_unbounded_of_image_unbounded :
  forall (V : NormedModule R_AbsRing) (r : R) (n : nat) (g : V -> nat -> R)
    (dg : V -> V -> nat -> R),
  (forall z j, norm z < r -> (j < n)%nat ->
    filterdiff (fun u => g u j) (locally z) (fun v => dg z v j)) ->
  (forall B, exists z j, norm z < r /\ (j < n)%nat /\ B < Rabs (g z j)) ->
  forall M, exists z v j, norm z < r /\ (j < n)%nat /\ M * norm v < Rabs (dg z v j).
Proof. exact stretch_unbounded_of_image_unbounded. Qed.

(** claim: theorem-3.2 theorem-C.4 triviality *)
Theorem steepness_unbounded_on_the_line :
  forall (r : R) (g : R -> R),
  (forall z, Rabs z < r -> ex_derive g z) ->
  (forall B, exists z, Rabs z < r /\ B < Rabs (g z)) ->
  forall M, exists z, Rabs z < r /\ M <= Rabs (Derive g z).
Proof. exact derive_unbounded_of_image_unbounded. Qed.

Section Evolution.

Import SymmetricMixture PushForwardDensity SteepnessRate SteepnessEvolution EvolutionProofLines.
Import ClosedSteepnessEquation SteepnessGrowth OptimalGenerator GeneratorShape FoldedGenerator.
Import FoldBranches MixtureEvolution SteepestAtCentre.

(** Data that are multiplied by c have the distribution function Ψ(x/c); h is their generator. The
    slope at every latent, those of the midpoints among them, is c times the former. *)
(** claim: prose-3.2-rescaling statement *)
Theorem rescaling_reduces_slope :
  forall (Phi Psi g h : R -> R) (c : R),
  0 < c <= 1 -> (forall x y, x < y -> Psi x < Psi y) ->
  (forall z, Psi (g z) = Phi z) -> (forall z, Psi (h z / c) = Phi z) ->
  forall z, ex_derive g z -> 0 <= Derive g z -> Derive h z <= Derive g z.
Proof.
  exact (fun Phi Psi g h c small increasing g_is h_is =>
    proj2 (proj2 (rescaled_generator Phi Psi g h c (proj1 small) increasing g_is h_is))
      (proj2 small)).
Qed.

(** claim: prose-3.2-rescaling sharpened *)
Theorem rescaling_multiplies_slope :
  forall (Phi Psi g h : R -> R) (c : R),
  0 < c -> (forall x y, x < y -> Psi x < Psi y) ->
  (forall z, Psi (g z) = Phi z) -> (forall z, Psi (h z / c) = Phi z) ->
  forall z, h z = c * g z /\ (ex_derive g z -> Derive h z = c * Derive g z).
Proof.
  exact (fun Phi Psi g h c c_pos increasing g_is h_is z =>
    let both := rescaled_generator Phi Psi g h c c_pos increasing g_is h_is in
    conj (proj1 both z) (proj1 (proj2 both) z)).
Qed.

(** For any m, s > 0, however near the modes are. *)
(** claim: prose-3.3-maximum-at-zero statement *)
Theorem generator_steepest_at_centre :
  forall (m s : R) (Phi Psi g : R -> R),
  0 < m -> 0 < s -> optimal_generator Phi Psi (symmetric_mixture m s) g ->
  forall z, Rabs (Derive g z) <= Rabs (Derive g 0).
Proof.
  exact (fun m s Phi Psi g m_pos s_pos optimal z =>
    proj1 (steepest_at_centre m s Phi Psi g m_pos s_pos optimal z)).
Qed.

(** claim: prose-3.3-maximum-at-zero sharpened *)
Theorem greatest_steepness_of_generator :
  forall (m s : R) (Phi Psi g : R -> R),
  0 < m -> 0 < s -> optimal_generator Phi Psi (symmetric_mixture m s) g ->
  forall z, Rabs (Derive g z) <= Rabs (Derive g 0)
  /\ Rabs (Derive g 0) = s * exp (m ^ 2 / (2 * s ^ 2)).
Proof. exact steepest_at_centre. Qed.

(** `steepness_rate a c k g3` is (a k³ + k + g3)/(c k³ + k²), `curvature m s` is (m² - s²)/s⁴ and
    `centre_density m s` is exp(-m²/2s²)/s: the right-hand side of Theorem 3.3. *)
(** claim: prose-3.3-monotone statement *)
Theorem rate_nonnegative_of_third_small :
  forall m s k g3 : R,
  0 < s -> 3 * s <= m -> 0 < k -> Rabs g3 <= k ->
  0 <= steepness_rate (curvature m s) (centre_density m s) k g3.
Proof. exact rate_nonneg_of_third_small. Qed.

(** claim: prose-3.3-monotone sharpened *)
Theorem rate_positive_iff :
  forall a c k g3 : R,
  0 < c -> 0 < k -> (0 < steepness_rate a c k g3 <-> - k * (1 + a * k ^ 2) < g3).
Proof. exact rate_pos_iff. Qed.

(** With g3 = 0 the relative rate at the optimum is still (a + 1/k²)/2; the optimal generator has
    the g3 that ends the growth. *)
(** claim: prose-3.3-monotone sharpened-2 *)
Theorem rate_at_optimum :
  (forall a k : R, 0 < k -> closed_rate a (/ k) k / k = (a + 1 / k ^ 2) / 2)
  /\ forall (Phi Psi g : R -> R) (m s : R),
     0 < s -> optimal_generator Phi Psi (symmetric_mixture m s) g ->
     let k := optimal_steepness m s in
     centre_density m s = / k
     /\ Derive g 0 = k /\ Derive_n g 3 0 = - k * (1 + curvature m s * k ^ 2).
Proof. exact rate_and_third_at_optimum. Qed.

(** m = 3, s = 1, g′ = 1/10: the relative rate is 15 or more, and a is 8. *)
(** claim: prose-3.3-early-rate refutation *)
Theorem early_rate_false :
  ~ forall m s k : R, 0 < s -> 3 * s <= m -> 0 < k <= optimal_steepness m s / 10 ->
    curvature m s / 2 <= closed_rate (curvature m s) (centre_density m s) k / k
    <= 2 * curvature m s.
Proof. exact early_rate_printed_false. Qed.

(** kstar is the steepness of the optimal generator, 1/c. *)
(** claim: prose-3.3-early-rate corrected *)
Theorem early_rate_of_steepness_between :
  forall a kstar k K : R,
  0 < a -> 0 < kstar -> 0 < k -> 0 < K -> K <= k * sqrt a -> k <= kstar / K ->
  a * K / (K + 1) <= closed_rate a (/ kstar) k / k <= a * (1 + 1 / K ^ 2).
Proof. exact early_rate_between. Qed.

(** `growth_time a c k0 k` is the time from k0 to k (theorem closed_equation_solution);
    `exponential_time a k0 k` that of a growth of k² + 1/a like exp(2at). *)
(** claim: prose-3.3-early-rate sharpened *)
Theorem time_of_growth :
  forall a kstar k0 : R, 0 < a -> 0 < kstar -> 0 < k0 ->
  (forall k, k0 <= k ->
     exponential_time a k0 k <= growth_time a (/ kstar) k0 k
     <= exponential_time a k0 k + (k - k0) / (a * kstar))
  /\ (forall k t, exponential_time a k0 k = t
      <-> k ^ 2 + 1 / a = (k0 ^ 2 + 1 / a) * exp (2 * a * t))
  /\ (k0 <= 1 / sqrt a ->
      growth_time a (/ kstar) k0 (1 / sqrt a) <= (ln 2 / 2 + 1 / (sqrt a * kstar)) / a)
  /\ (k0 <= kstar -> growth_time a (/ kstar) k0 kstar <= exponential_time a k0 kstar + 1 / a).
Proof. exact growth_takes. Qed.

(** Theorem 3.3 as an equation in time. `flows g v t 0`: around time t and latent 0 the generator
    moves with the velocity v, here d′/d, whose slope in z is continuous. `image_density (g t) (q
    t)`: g t increases and q t is the density of what it makes of N(0, 1); only its values count,
    its derivatives are derived. `thrice_differentiable`: two derivatives around 0, a third at 0. *)
(** claim: theorem-3.3 theorem-3.3-injective theorem-C.6 corrected *)
Theorem steepness_equation :
  forall (g q : R -> R -> R) (t m s : R),
  0 < s ->
  let p := symmetric_mixture m s in
  let d u x := p x / (p x + q u x) in
  flows g (fun u x => Derive (d u) x / d u x) t 0 ->
  image_density (g t) (q t) -> thrice_differentiable (g t) 0 ->
  g t 0 = 0 -> Derive_n (g t) 2 0 = 0 ->
  let k u := Derive (g u) 0 in
  let g3 := Derive_n (g t) 3 0 in
  is_derive k t
    (((m ^ 2 - s ^ 2) / s ^ 4 * k t ^ 3 + k t + g3)
     / (exp (- m ^ 2 / (2 * s ^ 2)) / s * k t ^ 3 + k t ^ 2)).
Proof. exact is_derive_steepness_of_symmetric_mixture. Qed.

(** Even data, optimal discriminator. *)
(** claim: theorem-3.3 generalised-step *)
Theorem steepness_equation_of_even_data :
  forall (g q : R -> R -> R) (p : R -> R) (t : R),
  (forall x, p (- x) = p x) ->
  locally 0 (fun x => 0 < p x /\ ex_derive p x) -> ex_derive (Derive p) 0 ->
  let d u x := p x / (p x + q u x) in
  flows g (fun u x => Derive (d u) x / d u x) t 0 ->
  image_density (g t) (q t) -> thrice_differentiable (g t) 0 ->
  g t 0 = 0 -> Derive_n (g t) 2 0 = 0 ->
  let k u := Derive (g u) 0 in
  let g3 := Derive_n (g t) 3 0 in
  let a := Derive_n (fun x => ln (p x)) 2 0 in
  let c := sqrt (2 * PI) * p 0 in
  is_derive k t ((a * k t ^ 3 + k t + g3) / (c * k t ^ 3 + k t ^ 2)).
Proof. exact is_derive_steepness_of_even_data. Qed.

(** Even data and the discriminator r/(r + f(r)) of appendix D, and the sign of its weight w; f = 1
    gives the theorem before. *)
(** claim: theorem-3.3 generalised *)
Theorem steepness_equation_of_discriminator :
  forall (g q : R -> R -> R) (p f : R -> R) (t : R),
  (forall x, p (- x) = p x) ->
  locally 0 (fun x => 0 < p x /\ ex_derive p x) -> ex_derive (Derive p) 0 ->
  let d u x := p x / (p x + f (p x / q u x) * q u x) in
  flows g (fun u x => Derive (d u) x / d u x) t 0 ->
  image_density (g t) (q t) -> thrice_differentiable (g t) 0 ->
  g t 0 = 0 -> Derive_n (g t) 2 0 = 0 ->
  let k u := Derive (g u) 0 in
  let g3 := Derive_n (g t) 3 0 in
  let a := Derive_n (fun x => ln (p x)) 2 0 in
  let c := sqrt (2 * PI) * p 0 in
  let w r := (f r - r * Derive f r) / (r + f r) in
  locally (c * k t) (ex_derive f) -> continuous (Derive f) (c * k t) ->
  c * k t + f (c * k t) <> 0 ->
  is_derive k t (w (c * k t) * (a * k t + (1 + g3 / k t) / k t))
  /\ forall r, 0 < r + f r -> f r < r * Derive f r -> w r < 0.
Proof. exact is_derive_steepness_of_discriminator. Qed.

(** Any latent z, any density p of the data, any velocity w(r)·(log r)′. *)
(** claim: theorem-3.3 generalised-2 *)
Theorem log_steepness_equation :
  forall (g velocity : R -> R -> R) (p q w : R -> R) (t z w' : R),
  flows g velocity t z ->
  image_density (g t) q -> thrice_differentiable (g t) z ->
  locally (g t z) (fun x => 0 < p x /\ ex_derive p x) -> ex_derive (Derive p) (g t z) ->
  let r x := p x / q x in
  locally (g t z) (fun x => velocity t x = w (r x) * Derive (fun y => ln (r y)) x) ->
  is_derive w (r (g t z)) w' ->
  let log_p x := ln (p x) in
  let x := g t z in
  let k := Derive (g t) z in
  let g2 := Derive_n (g t) 2 z in
  let g3 := Derive_n (g t) 3 z in
  let l1 := Derive log_p x + (z + g2 / k) / k in
  let l2 := Derive_n log_p 2 x
    + (1 + g3 / k - (g2 / k) ^ 2) / k ^ 2 - (z + g2 / k) * g2 / k ^ 3 in
  is_derive (fun u => ln (Derive (g u) z)) t (w (r x) * l2 + r x * w' * l1 ^ 2).
Proof. exact is_derive_log_steepness. Qed.

(** The discriminator r/(r + f(r)) has the weight w = (f - r f′)/(r + f); the optimal one, f = 1,
    has 1/(1 + r). *)
(** claim: theorem-3.3 generalised-2-step *)
Theorem discriminator_velocity :
  forall (p q f : R -> R) (x : R),
  let r y := p y / q y in
  0 < p x -> 0 < q x -> ex_derive p x -> ex_derive q x -> ex_derive f (r x) ->
  r x + f (r x) <> 0 ->
  let d y := p y / (p y + f (p y / q y) * q y) in
  Derive d x / d x
  = (f (r x) - r x * Derive f (r x)) / (r x + f (r x)) * Derive (fun y => ln (r y)) x.
Proof. exact discriminator_field. Qed.

(** On any interval of time a positive function solves the equation that is closed by g3 = 0 if and
    only if it satisfies the implicit one. *)
(** claim: theorem-3.3 sharpened *)
Theorem closed_equation_solution :
  forall (m s : R) (k : R -> R) (t0 t1 t2 : R),
  0 < s < m -> t1 < t0 < t2 -> (forall t, t1 < t < t2 -> 0 < k t) ->
  let a := (m ^ 2 - s ^ 2) / s ^ 4 in
  let c := exp (- m ^ 2 / (2 * s ^ 2)) / s in
  (forall t, t1 < t < t2 -> is_derive k t ((a * k t ^ 3 + k t + 0) / (c * k t ^ 3 + k t ^ 2)))
  <-> (forall t, t1 < t < t2 ->
        ln ((a * k t ^ 2 + 1) / (a * k t0 ^ 2 + 1)) / (2 * a) + c / a * (k t - k t0)
        - c * (atan (sqrt a * k t) - atan (sqrt a * k t0)) / sqrt a ^ 3 = t - t0).
Proof.
  exact (fun m s k t0 t1 t2 apart =>
    solution_iff_growth_time (curvature m s) (centre_density m s) k t0 t1 t2
      (curvature_pos m s apart) (centre_density_pos m s (proj1 apart))).
Qed.

(** claim: theorem-3.3 sharpened-2 *)
Theorem closed_equation_beyond_optimum :
  forall a kstar k : R,
  0 < a -> 0 < kstar <= k ->
  a * kstar / 2 <= closed_rate a (/ kstar) k <= a * kstar * (1 + 1 / (a * k ^ 2)).
Proof. exact closed_rate_beyond. Qed.

(** claim: theorem-3.3 sharpened-3 *)
Theorem optimum_rests :
  forall (Phi Psi g : R -> R) (m s : R),
  0 < s -> optimal_generator Phi Psi (symmetric_mixture m s) g ->
  let a := (m ^ 2 - s ^ 2) / s ^ 4 in
  let c := exp (- m ^ 2 / (2 * s ^ 2)) / s in
  (forall k g3, 0 < k -> g3 = - k * (1 + a * k ^ 2)
     -> (a * k ^ 3 + k + g3) / (c * k ^ 3 + k ^ 2) = 0)
  /\ Derive g 0 = s * exp (m ^ 2 / (2 * s ^ 2))
  /\ Derive_n g 3 0 = - Derive g 0 * (1 + a * Derive g 0 ^ 2).
Proof. exact optimum_is_at_rest. Qed.

(** g(z) = z - z³/6 and the modes ±8 with s = 1. The inverse of g has three branches around 0, and
    the density of the image a term for each. *)
(** claim: theorem-3.3-injective refutation *)
Theorem steepness_equation_of_fold_false :
  let g := fold_map 1 (1 / 6) in
  let branches inner right left := locally 0 (fun x =>
    (g (inner x) = x /\ - sqrt 2 < inner x < sqrt 2)
    /\ (g (right x) = x /\ sqrt 2 < right x)
    /\ (g (left x) = x /\ left x < - sqrt 2)) in
  (forall z, g (- z) = - g z) /\ 0 < Derive g 0
  /\ (exists inner right left, branches inner right left)
  /\ forall inner right left q : R -> R,
     branches inner right left ->
     (forall x, q x = standard_gaussian (inner x) / Rabs (Derive g (inner x))
       + standard_gaussian (right x) / Rabs (Derive g (right x))
       + standard_gaussian (left x) / Rabs (Derive g (left x))) ->
     let p := symmetric_mixture 8 1 in
     let d x := p x / (p x + q x) in
     let k := Derive g 0 in
     ~ is_derive (fun z => Derive d (g z) / d (g z)) 0
         (((8 ^ 2 - 1 ^ 2) / 1 ^ 4 * k ^ 3 + k + Derive_n g 3 0)
          / (exp (- 8 ^ 2 / (2 * 1 ^ 2)) / 1 * k ^ 3 + k ^ 2)).
Proof. exact folded_equation_false. Qed.

(** claim: theorem-3.3-injective sharpened *)
Theorem density_of_fold_at_centre :
  forall a b : R,
  0 < a -> 0 < b ->
  let root := / sqrt b in
  (forall z, fold_map a b z = 0 <-> z = 0 \/ z = root \/ z = - root)
  /\ standard_gaussian 0 / Rabs (fold_slope a b 0)
     + standard_gaussian root / Rabs (fold_slope a b root)
     + standard_gaussian (- root) / Rabs (fold_slope a b (- root))
     = (1 + exp (- / (2 * b))) / (sqrt (2 * PI) * a).
Proof. exact fold_at_0. Qed.

(** Any mixture of Gaussians on the line, at any latent z: the rate of log g′(z) is a function of
    the derivatives of log p and of g; r is the ratio of the densities. *)
(** claim: prose-3.3-more-modes statement *)
Theorem log_steepness_equation_of_mixture :
  forall (n : nat) (w x s : nat -> R) (g q : R -> R -> R) (t z : R),
  (0 < n)%nat -> (forall i, (i < n)%nat -> 0 < w i) -> (forall i, (i < n)%nat -> 0 < s i) ->
  let p := line_mixture n w x s in
  let d u y := p y / (p y + q u y) in
  flows g (fun u y => Derive (d u) y / d u y) t z ->
  image_density (g t) (q t) -> thrice_differentiable (g t) z ->
  let log_p y := ln (p y) in
  let y := g t z in
  let r := p y / q t y in
  let k := Derive (g t) z in
  let g2 := Derive_n (g t) 2 z in
  let g3 := Derive_n (g t) 3 z in
  let l1 := Derive log_p y + (z + g2 / k) / k in
  let l2 := Derive_n log_p 2 y
    + (1 + g3 / k - (g2 / k) ^ 2) / k ^ 2 - (z + g2 / k) * g2 / k ^ 3 in
  is_derive (fun u => ln (Derive (g u) z)) t (1 / (1 + r) * l2 - r / (1 + r) ^ 2 * l1 ^ 2).
Proof. exact is_derive_log_steepness_of_mixture. Qed.

End Evolution.

Section ClosedForm.

Import PushForwardDensity SingleModeRecurrence SingleModeClosedForm.

(** One mode N(0, kstar²) on the line, and the generator kz. `stepped p q g s` is g after a step of
    size s with ∇d/d for p against q. That two steps of the recurrence give the slope at 0 after two
    steps is false at kstar = 1, k = 1/2, s = 1/20. *)
(** claim: prose-3.3-closed-form refutation *)
Theorem recurrence_after_two_steps_false :
  ~ forall (kstar k s : R) (q1 : R -> R), 0 < k < kstar -> 0 < s ->
    let g1 := stepped (gaussian1 0 kstar) (gaussian1 0 k) (fun z => k * z) s in
    image_density g1 q1 ->
    let g2 := stepped (gaussian1 0 kstar) q1 g1 s in
    let step := optimal_step 1 kstar s (fun _ => 0) in
    Derive g2 0 = step (step k).
Proof. exact SingleModeTwoSteps.two_steps_printed_false. Qed.

(** It is false at all kstar, k and s: the slope is less. *)
(** claim: prose-3.3-closed-form refutation *)
Theorem second_step_below_recurrence :
  forall (kstar k s : R), 0 < k < kstar -> 0 < s -> forall q1 : R -> R,
  let g1 := stepped (gaussian1 0 kstar) (gaussian1 0 k) (fun z => k * z) s in
  image_density g1 q1 ->
  let g2 := stepped (gaussian1 0 kstar) q1 g1 s in
  let step := optimal_step 1 kstar s (fun _ => 0) in
  ex_derive g2 0 /\ Derive g2 0 < step (step k).
Proof. exact second_step_less. Qed.

(** The equation of a generator that stays linear, its implicit solution, and that by Lambert's
    function: w is its value at -e exp(-e - t/kstar²). *)
(** claim: prose-3.3-closed-form corrected *)
Theorem linear_generator_solution :
  (forall kstar k s : R, 0 < kstar -> 0 < k -> s <> 0 ->
     (optimal_step 1 kstar s (fun _ => 0) k - k) / s = (kstar - k) / (k * kstar))
  /\ (forall (kstar : R) (k : R -> R) (t0 t1 t2 : R),
      t1 < t0 < t2 -> (forall t, t1 < t < t2 -> 0 < k t < kstar) ->
      (forall t, t1 < t < t2 -> is_derive k t ((kstar - k t) / (k t * kstar)))
      <-> (forall t, t1 < t < t2 ->
            kstar * (k t0 - k t) + kstar ^ 2 * ln ((kstar - k t0) / (kstar - k t)) = t - t0))
  /\ (forall kstar k0 k t : R,
      0 < k0 < kstar -> 0 < k < kstar ->
      let e := 1 - k0 / kstar in
      let w := k / kstar - 1 in
      -1 < w < 0
      /\ (kstar * (k0 - k) + kstar ^ 2 * ln ((kstar - k0) / (kstar - k)) = t
          <-> w * exp w = - e * exp (- e - t / kstar ^ 2))).
Proof. exact (conj linear_rate_eq (conj linear_solution_iff linear_time_lambert)). Qed.

End ClosedForm.

(** The latent interval of half-width (gap - 6s)/(2k) is sent between the modes x and y; that g
    increases is not needed. *)
(** claim: theorem-3.4 theorem-C.7 corrected-step *)
Theorem mode_mixture_of_lipschitz :
  forall (k s x y : R) (g : R -> R) (c : R),
  0 < k -> (forall z, ex_derive g z) -> (forall z, Rabs (Derive g z) <= k) ->
  g c = (x + y) / 2 ->
  forall z, c - (y - x - 6 * s) / (2 * k) <= z <= c + (y - x - 6 * s) / (2 * k) ->
  x + 3 * s <= g z <= y - 3 * s.
Proof. exact interval_in_preimage_of_derive_le. Qed.

(** The map kz between the modes ±x meets every hypothesis. What it sends between the modes is the
    interval of half-width w = (gap - 6s)/(2k) and no more, and has the probability F(w) - F(-w),
    where F is the increasing distribution function; the printed bound is more than that. *)
(** claim: theorem-3.4 theorem-C.7 refutation *)
Theorem mode_mixture_printed_bound_false :
  forall (k s x : R) (F : R -> R),
  0 < k -> 0 < s -> increasing F ->
  increasing (fun z => k * z) /\ lipschitz k (fun z => k * z) /\ k * 0 = (- x + x) / 2
  /\ (forall z, - x + 3 * s <= k * z <= x - 3 * s
      <-> - half_width k s (- x) x <= z <= half_width k s (- x) x)
  /\ F (half_width k s (- x) x) - F (- half_width k s (- x) x)
     < F (printed_half_width k s (- x) x) - F (- printed_half_width k s (- x) x).
Proof. exact linear_is_an_instance. Qed.

(** The optimal generator of Figure 3's data is far from linear at its centre. *)
(** claim: figure-3-linear refutation *)
Theorem nearly_linear_at_centre_false :
  ~ forall Phi Psi g : R -> R,
    OptimalGenerator.optimal_generator Phi Psi (SymmetricMixture.symmetric_mixture 8 1) g ->
    Rabs (Derive_n g 3 0) <= Derive g 0.
Proof. exact OptimalGeneratorExists.nearly_linear_printed_false. Qed.

(** claim: figure-3-linear corrected *)
Theorem third_derivative_at_centre :
  forall (Phi Psi g : R -> R) (m s : R),
  0 < s -> OptimalGenerator.optimal_generator Phi Psi (SymmetricMixture.symmetric_mixture m s) g ->
  Derive_n g 3 0 / Derive g 0 = - (1 + (m ^ 2 - s ^ 2) / s ^ 4 * Derive g 0 ^ 2).
Proof. exact OptimalGenerator.third_over_first. Qed.

(** * Section 4: collapse *)

(** Which steps the printed bound holds for: exactly those. *)
(** claim: theorem-4.2 theorem-C.9 corrected-step *)
Theorem tangential_le_radial_iff_step_le :
  forall s r t : R, 0 < r <= 2 * s -> 0 < t < (4 * s - r) ^ 2 ->
  (Rabs (1 - t / (r * (4 * s - r))) <= 1 - t / (4 * s - r) ^ 2
   <-> t <= r * (4 * s - r) ^ 2 / (2 * s)).
Proof. exact tangential_le_radial_of_step_le. Qed.

(** The steepness bound under that condition, [a b; c d] being the generator's Jacobian. *)
(** claim: theorem-4.2 theorem-C.9 corrected-step *)
Theorem steepness_drops_of_step_le :
  forall s t x y a b c d K : R,
  let r := distance x y in
  0 < r <= 2 * s -> 0 < t < (4 * s - r) ^ 2 -> t <= r * (4 * s - r) ^ 2 / (2 * s) ->
  (forall v w, distance (a * v + b * w) (c * v + d * w) <= K * distance v w) ->
  forall v w, stepped_length s t x y (a * v + b * w) (c * v + d * w)
    <= radial s r t * K * distance v w.
Proof. exact steepness_le_of_step_le. Qed.

(** s = 1, t = 1, the particle at [1/10, 0], and the identity as generator: a vector is stretched
    by more than the printed factor. *)
(** claim: theorem-4.2 theorem-C.9 refutation *)
Theorem steepness_drop_printed_false :
  (0 < 1 / 10 < 2 * 1 /\ 0 < 1 < (4 * 1 - 1 / 10) ^ 2)
  /\ exists v w,
     radial 1 (distance (1 / 10) 0) 1 * distance v w < stepped_length 1 1 (1 / 10) 0 v w.
Proof. exact (conj printed_conditions_met printed_bound_false). Qed.

(** No step size is small enough for all points of the ball: each fails at some r. *)
(** claim: theorem-4.2 theorem-C.9 refutation *)
Theorem steepness_drop_false_for_every_step :
  forall s t : R, 0 < s -> 0 < t < (2 * s) ^ 2 ->
  exists r, 0 < r < 2 * s /\ t < (4 * s - r) ^ 2
  /\ exists v w, radial s (distance r 0) t * distance v w < stepped_length s t r 0 v w.
Proof. exact printed_bound_false_for_every_step. Qed.

Section Lipschitz.

Import EuclideanSpace Gradients LipschitzConstant.

(** F maps ℝᵐ to ℝⁿ and is differentiable with the Jacobian J on a convex open set: K is a Lipschitz
    constant if and only if no J stretches a vector by more than K. *)
(** claim: prose-5-lipschitz statement *)
Theorem lipschitz_constant_is_supremum_of_steepness :
  forall (m n : nat) (F : vector -> vector) (J : vector -> matrix) (D : vector -> Prop) (K : R),
  (forall x, D x -> is_jacobian m n F x (J x)) -> convex D -> open_set m D ->
  (forall x y, D x -> D y -> norm n (sub (F y) (F x)) <= K * norm m (sub y x))
  <-> (forall x v, D x -> norm n (apply_matrix m (J x) v) <= K * norm m v).
Proof. exact lipschitz_iff_stretch. Qed.

End Lipschitz.

(** * Appendix C *)

(** The two gradients differ by the factor 2s, for any number of particles; one parameter and one
    coordinate at a time. *)
(** claim: corollary-C.1-proof corrected-step *)
Theorem particle_gradient_eq_scaled_nsgan_gradient :
  forall (m : nat) (g : nat -> R -> R) (g' f : nat -> R) (log_d : R -> R) (a s : R),
  (forall i, is_derive (g i) a (g' i)) -> (forall i, is_derive log_d (g i a) (f i)) ->
  exists slope,
  is_derive (fun u => - (/ INR (S m) * sum_n (fun i => log_d (g i u)) m)) a slope
  /\ is_derive (fun u => / INR (S m) * sum_n (fun i => (g i u - (g i a + s * f i)) ^ 2) m) a
       (2 * s * slope).
Proof. exact square_loss_slopes. Qed.

(** One particle, a logistic discriminator and s = 1: the second line of the proof, without the 2,
    is not the slope. *)
(** claim: corollary-C.1-proof refutation *)
Theorem particle_gradient_in_proof_false :
  is_derive (fun u => ln (/ (1 + exp (- u)))) 0 (1 / 2)
  /\ ~ is_derive (fun u => (u - (0 + 1 * (1 / 2))) ^ 2) 0 (- 1 * (1 / 2)).
Proof. exact square_loss_printed_false. Qed.

(** The two approximations with the relative error of each: r/(1+r), which vanishes as r -> 0,
    and 1/(1+r), which vanishes as r -> ∞. *)
(** claim: theorem-C.1 statement *)
Theorem field_eq_approximations :
  forall (V : NormedModule R_AbsRing) (p q : V -> R) (x v : V),
  0 < p x -> 0 < q x -> ex_directional p x v -> ex_directional q x v ->
  let d u := p u / (p u + q u) in
  let r u := p u / q u in
  directional d x v / d x = directional (fun u => ln (r u)) x v * (1 - r x / (1 + r x))
  /\ directional d x v / d x = directional (fun u => - / r u) x v * (1 - / (1 + r x)).
Proof. exact field_eq_approximations_of_differentiable. Qed.

(** claim: proposition-C.1 statement *)
Theorem case_1_closed_form :
  forall x y : R,
  ratio_1 x y = closed_1 (1 / 2) x y
  /\ is_derive (fun u => ratio_1 u y) x (gradient_x_1 (- (5 / 2)) x y)
  /\ is_derive (fun u => ratio_1 x u) y (gradient_y_1 (- (5 / 2)) x y).
Proof. exact (fun x y => conj (ratio_1_closed x y) (is_derive_ratio_1 x y)). Qed.

(** Inside of the box, all is as printed. *)
(** claim: proposition-C.2 corrected *)
Theorem case_2_closed_form_inside :
  forall x y : R, Rabs x < 2 -> Rabs y < 2 ->
  ratio_2 x y = closed_2 (20 / PI) x y
  /\ is_derive (fun u => ratio_2 u y) x (gradient_x_2 (- (200 / PI)) x y)
  /\ is_derive (fun u => ratio_2 x u) y (gradient_y_2 (- (200 / PI)) x y).
Proof. exact ratio_2_inside. Qed.

(** Outside of it the optimal discriminator is 1; the printed r = 0 makes it r/(1+r) = 0. *)
(** claim: proposition-C.2 refutation *)
Theorem case_2_printed_false_outside :
  forall x y : R, 2 < Rabs x \/ 2 < Rabs y ->
  let d := mixture (1 / 10) 1 x y / (mixture (1 / 10) 1 x y + uniform 2 x y) in
  d = 1 /\ printed_ratio_2 x y = 0
  /\ d <> printed_ratio_2 x y / (1 + printed_ratio_2 x y).
Proof. exact discriminator_2_outside. Qed.

(** claim: proposition-C.3 statement *)
Theorem case_3_closed_form :
  forall x y : R,
  ratio_3 x y = closed_3 (5 / 2) x y
  /\ is_derive (fun u => ratio_3 u y) x (gradient_x_3 (- (45 / 2)) x y)
  /\ is_derive (fun u => ratio_3 x u) y (gradient_y_3 (- (45 / 2)) x y).
Proof. exact (fun x y => conj (ratio_3_closed x y) (is_derive_ratio_3 x y)). Qed.

(** claim: proposition-C.4 corrected *)
Theorem case_4_closed_form :
  forall x y : R,
  ratio_4 x y = closed_4 (15 / 2) x y
  /\ is_derive (fun u => ratio_4 u y) x (gradient_x_4 (- (145 / 2)) x y)
  /\ is_derive (fun u => ratio_4 x u) y (gradient_y_4 (- (145 / 2)) x y).
Proof. exact (fun x y => conj (ratio_4_closed x y) (is_derive_ratio_4 x y)). Qed.

(** claim: proposition-C.4 refutation *)
Theorem case_4_printed_ratio_false : ~ forall x y : R, ratio_4 x y = closed_4 (15 / 4) x y.
Proof. exact (fun printed => ratio_4_printed_false (printed 3 3)). Qed.

(** claim: proposition-C.4 refutation *)
Theorem case_4_printed_gradient_false :
  ~ forall x y : R, is_derive (fun u => ratio_4 u y) x (gradient_x_4 (- (145 / 4)) x y).
Proof. exact (fun printed => gradient_4_printed_false (printed 4 4)). Qed.

(** The centres that the weighted sum points to. *)
(** claim: proposition-C.4-discussion corrected *)
Theorem case_4_centres : (30 * 3 - 3) / 29 = 3 /\ (30 * -3 - 3) / 29 = - (93 / 29).
Proof. exact case_4_centre_values. Qed.

(** At [2, 2] in the first quadrant the gradient points up and to the right; [27/29, 27/29], where
    it is said to point, lies down and to the left. *)
(** claim: proposition-C.4-discussion refutation *)
Theorem case_4_printed_direction_false :
  27 / 29 - 2 < 0
  /\ (exists slope, is_derive (fun u => ratio_4 u 2) 2 slope /\ 0 < slope)
  /\ (exists slope, is_derive (fun u => ratio_4 2 u) 2 slope /\ 0 < slope).
Proof. exact gradient_4_at_2_2. Qed.

Section DensityTransformation.

Import EuclideanSpace DensityTransformation.

(** On the line. Piece k is sent with the orientation e k = ±1 and the inverse psi k; F is the
    distribution function of X and rho its density. `image_mass F count psi e a u` is the mass that
    the pieces receive between a and u. *)
(** claim: lemma-C.2-first step *)
Theorem density_of_piecewise_image :
  forall (F rho : R -> R) (count : nat) (psi : nat -> R -> R) (psi' e : nat -> R) (a y : R),
  (forall x, is_derive F x (rho x)) ->
  (forall k, (k < count)%nat -> is_derive (psi k) y (psi' k)) ->
  (forall k, (k < count)%nat -> Rabs (e k) = 1 /\ 0 <= e k * psi' k) ->
  is_derive (fun u => sum count (fun k => e k * (F (psi k u) - F (psi k a)))) y
    (sum count (fun k => rho (psi k y) * Rabs (psi' k))).
Proof. exact is_derive_image_mass. Qed.

(** X of N(1, 1) and Y = X², for which P(Y <= y) = F(√y) - F(-√y): the density of Y at 1, and that
    it is not the printed one, which takes x = 1 in both terms. *)
(** claim: lemma-C.2-second refutation *)
Theorem density_at_image_of_same_point_false :
  forall F : R -> R, (forall x, is_derive F x (gaussian1 1 1 x)) ->
  is_derive (fun y => F (sqrt y) - F (- sqrt y)) 1
    (gaussian1 1 1 1 * / Rabs (2 * 1) + gaussian1 1 1 (-1) * / Rabs (2 * -1))
  /\ ~ is_derive (fun y => F (sqrt y) - F (- sqrt y)) 1
    (gaussian1 1 1 1 * / Rabs (2 * 1) + gaussian1 1 1 1 * / Rabs (2 * 1)).
Proof. exact same_point_false. Qed.

(** On the line: the point of piece k with the image y = f(x) is psi k y, where f has the slope
    f′. *)
(** claim: lemma-C.2-second corrected-step *)
Theorem density_at_image :
  forall (F rho f f' : R -> R) (count : nat) (psi : nat -> R -> R) (e : nat -> R) (a x : R),
  (forall u, is_derive F u (rho u)) -> (forall u, 0 <= rho u) ->
  let y := f x in
  (forall k, (k < count)%nat ->
    f' (psi k y) <> 0 /\ is_derive (psi k) y (/ f' (psi k y))
    /\ Rabs (e k) = 1 /\ 0 <= e k * / f' (psi k y)) ->
  is_derive (image_mass F count psi e a) y
    (sum count (fun k => rho (psi k y) * / Rabs (f' (psi k y)))).
Proof.
  exact (fun F rho f f' count psi e a x F_is rho_pos pieces =>
    proj1 (is_derive_image_mass_at_image F rho f f' count psi e a x F_is rho_pos pieces)).
Qed.

(** On the line: the term of x itself is a lower bound. *)
(** claim: lemma-C.2-second sharpened-step *)
Theorem density_at_image_ge_term :
  forall (F rho f f' : R -> R) (count : nat) (psi : nat -> R -> R) (e : nat -> R) (a x : R),
  (forall u, is_derive F u (rho u)) -> (forall u, 0 <= rho u) ->
  let y := f x in
  (forall k, (k < count)%nat ->
    f' (psi k y) <> 0 /\ is_derive (psi k) y (/ f' (psi k y))
    /\ Rabs (e k) = 1 /\ 0 <= e k * / f' (psi k y)) ->
  forall k, (k < count)%nat -> psi k y = x ->
  rho x * / Rabs (f' x) <= Derive (image_mass F count psi e a) y.
Proof. exact image_density_ge_term. Qed.

End DensityTransformation.

Section SingleMode.

Import EuclideanSpace Gradients SingleModeRecurrence SingleModePrinted SingleModeLongRun.
Import SingleModeNearOptimum.

(** ** A single mode N(0, kstar² I) of dimension n

    `isotropic n k` is the density of N(0, k² I) and `phi n` that of N(0, I), both products over the
    coordinates. `optimal_step n kstar s x0` is the step as it should be and `printed_optimal_step`
    the printed one; `mode_step f` and `printed_step f` are those of Proposition D.2. *)

(** claim: theorem-C.5-monotone refutation *)
Theorem printed_steps_do_not_increase :
  ~ forall (n : nat) (kstar s k0 : R), 0 < s -> 0 < k0 < kstar ->
    let k1 := printed_optimal_step n kstar s (fun _ => 0) k0 in
    let k2 := printed_optimal_step n kstar s (fun _ => 0) k1 in
    k0 <= k1 /\ k1 <= k2.
Proof. exact printed_increase_false. Qed.

(** `step_bound n u` is u (1 + uⁿ)/(1 + u). *)
(** claim: theorem-C.5-monotone corrected *)
Theorem steps_increase_iff_short :
  (forall (n : nat) (kstar s : R) (k : nat -> R),
     0 < s -> 0 < k 0%nat < kstar ->
     (forall t, k (S t) = optimal_step n kstar s (fun _ => 0) (k t)) ->
     (forall t, k t <= k (S t) <= kstar)
     <-> s <= kstar ^ 2 * step_bound n (k 0%nat / kstar))
  /\ (forall (n : nat) (kstar s : R) (x0 : vector), 0 < kstar -> 0 < s -> forall k : nat -> R,
      (forall t, k (S t) = optimal_step n kstar s x0 (k t)) -> 0 < k 0%nat < kstar ->
      s <= kstar ^ 2 * step_bound n (k 0%nat / kstar) ->
      forall t, 0 < k t <= kstar /\ s <= kstar ^ 2 * step_bound n (k t / kstar)
                /\ k t <= k (S t) <= kstar).
Proof. exact (conj increases_iff_short_steps increases_of_short_steps). Qed.

(** claim: theorem-C.5-monotone sharpened *)
Theorem long_step_leads_past :
  (forall (n : nat) (kstar s k : R), 0 < k < kstar ->
     kstar ^ 2 * step_bound n (k / kstar) < s ->
     kstar < optimal_step n kstar s (fun _ => 0) k)
  /\ (forall (n : nat) (kstar s k : R) (x0 : vector),
      0 < s -> 0 < kstar < k -> optimal_step n kstar s x0 k < k)
  /\ (forall u, 0 < u -> step_bound 1 u = u).
Proof. exact (conj long_step_leads_beyond (conj decreases_beyond step_bound_line)). Qed.

(** kstar = 1 and s = 125/36: from 5/6 to 5/3 and back for ever. *)
(** claim: theorem-C.5-limit refutation *)
Theorem printed_steps_do_not_converge :
  ~ forall (n : nat) (kstar s : R) (k : nat -> R), 0 < s -> 0 < k 0%nat < kstar ->
    (forall t, k (S t) = printed_optimal_step n kstar s (fun _ => 0) (k t)) ->
    is_lim_seq k kstar.
Proof. exact printed_limit_false. Qed.

(** claim: theorem-C.5-limit refutation *)
Theorem printed_steps_lead_away :
  ~ forall (n : nat) (kstar s k : R), 0 < kstar -> 0 < s -> Rabs (k - kstar) <= kstar / 100 ->
    Rabs (printed_optimal_step n kstar s (fun _ => 0) k - kstar) <= Rabs (k - kstar).
Proof. exact printed_approach_false. Qed.

(** claim: theorem-C.5-limit corrected *)
Theorem short_steps_converge :
  forall (n : nat) (kstar s : R) (k : nat -> R),
  0 < s -> 0 < k 0%nat < kstar -> s <= kstar ^ 2 * step_bound n (k 0%nat / kstar) ->
  (forall t, k (S t) = optimal_step n kstar s (fun _ => 0) (k t)) ->
  is_lim_seq k kstar
  /\ (forall t, k t <= k (S t))
  /\ forall t, 0 <= 1 - k t / kstar <= (1 - s / kstar ^ 2) ^ t * (1 - k 0%nat / kstar).
Proof. exact increases_to_optimum. Qed.

(** `attracts f x`: around x each step brings nearer by a factor below 1; `repels`: leads away by a
    factor above 1. *)
(** claim: theorem-C.5-limit sharpened *)
Theorem step_near_optimum :
  forall (n : nat) (kstar s : R) (x0 : vector),
  0 < kstar ->
  is_derive (optimal_step n kstar s x0) kstar (1 - s / kstar ^ 2)
  /\ (0 < s < 2 * kstar ^ 2 -> attracts (optimal_step n kstar s x0) kstar)
  /\ (2 * kstar ^ 2 < s -> repels (optimal_step n kstar s x0) kstar)
  /\ (0 < s < kstar ^ 2 -> exists d, 0 < d /\ forall k, Rabs (k - kstar) < d ->
        0 <= (optimal_step n kstar s x0 k - kstar) * (k - kstar)).
Proof. exact optimal_step_near_optimum. Qed.

(** The particle at k x0 under d = p/(p + q): with the printed k′ its step is wrong for n = 1,
    kstar = s = x0 = 1 and k = 1/2. *)
(** claim: theorem-C.5 refutation *)
Theorem printed_recurrence_false :
  ~ forall (n : nat) (kstar k s : R) (x0 : vector),
    0 < kstar -> 0 < k -> 0 < s ->
    let p := isotropic n kstar in
    let q := isotropic n k in
    let d x := p x / (p x + q x) in
    exists G, is_gradient n d (scale k x0) G
    /\ same n (add (scale k x0) (scale (s / d (scale k x0)) G))
         (scale (printed_optimal_step n kstar s x0 k) x0).
Proof. exact optimal_particle_step_printed_false. Qed.

(** claim: theorem-C.5 corrected *)
Theorem recurrence_of_gaussian_generator :
  forall (n : nat) (kstar k s : R) (x0 : vector),
  0 < kstar -> 0 < k ->
  let p := isotropic n kstar in
  let q := isotropic n k in
  let d x := p x / (p x + q x) in
  exists G, is_gradient n d (scale k x0) G
  /\ same n (add (scale k x0) (scale (s / d (scale k x0)) G))
       (scale (k + s * k * (1 / k ^ 2 - 1 / kstar ^ 2)
               * (1 / (1 + (k / kstar) ^ n * (phi n (scale (k / kstar) x0) / phi n x0)))) x0).
Proof. exact optimal_particle_step. Qed.

(** n = 2, k = 2, at the origin. *)
(** claim: theorem-C.5-proof-density proposition-D.2-proof-density refutation *)
Theorem density_of_scaled_gaussian_false :
  ~ forall (n : nat) (k : R) (x : vector), (1 <= n)%nat -> 0 < k ->
    isotropic n k x = phi n (scale (/ k) x) / k.
Proof. exact isotropic_printed_false. Qed.

(** claim: theorem-C.5-proof-density proposition-D.2-proof-density corrected *)
Theorem density_of_scaled_gaussian :
  forall (n : nat) (k : R) (x : vector),
  0 < k -> isotropic n k x = phi n (scale (/ k) x) / k ^ n.
Proof. exact isotropic_of_phi. Qed.

(** claim: theorem-C.5-proof-score proposition-D.2-proof-score statement *)
Theorem score_of_standard_gaussian :
  forall (n : nat) (x : vector), is_gradient n (phi n) x (scale (- phi n x) x).
Proof. exact is_gradient_phi. Qed.

(** With c = k/kstar both lines as printed; A and C are the gradients of φ(x/kstar) and φ(x/k). *)
(** claim: theorem-C.5-proof-gradient proposition-D.2-proof-gradient statement *)
Theorem gradient_of_printed_ratio :
  forall (n : nat) (c k kstar : R) (x : vector),
  0 < k -> 0 < kstar ->
  let u y := phi n (scale (/ kstar) y) in
  let v y := phi n (scale (/ k) y) in
  exists A C, is_gradient n u x A /\ is_gradient n v x C
  /\ let G := scale (c / v x ^ 2) (sub (scale (v x) A) (scale (u x) C)) in
     is_gradient n (fun y => c * (u y / v y)) x G
     /\ same n G (scale (c * (1 / k ^ 2 - 1 / kstar ^ 2) * (u x / v x)) x).
Proof. exact ratio_gradient_lines. Qed.

(** claim: theorem-C.5-proof-last-line refutation *)
Theorem last_line_of_recurrence_false :
  ~ forall (n : nat) (k kstar s r : R) (x0 : vector),
    0 < k -> 0 < kstar -> 0 < r ->
    let x := scale k x0 in
    let ratio_gradient := scale (r * (1 / k ^ 2 - 1 / kstar ^ 2)) x in
    same n (add x (scale (s * (1 / (r * (r + 1)))) ratio_gradient))
      (scale (k + s * (1 / k ^ 2 - 1 / kstar ^ 2) * (1 / (1 + r))) x0).
Proof. exact last_line_optimal_printed_false. Qed.

(** claim: theorem-C.5-proof-last-line corrected *)
Theorem last_line_of_recurrence :
  forall (n : nat) (k kstar s r : R) (x0 : vector),
  0 < k -> 0 < kstar -> 0 < r ->
  let x := scale k x0 in
  let ratio_gradient := scale (r * (1 / k ^ 2 - 1 / kstar ^ 2)) x in
  same n (add x (scale (s * (1 / (r * (r + 1)))) ratio_gradient))
    (scale (k + s * k * (1 / k ^ 2 - 1 / kstar ^ 2) * (1 / (1 + r))) x0).
Proof. exact last_line_optimal. Qed.

End SingleMode.

Section EvolutionProof.

Import SymmetricMixture PushForwardDensity EvolutionProofLines.

(** The velocity is odd in the latent variable; then -g(-z) moves as g does. That it is g needs that
    the flow has one solution only. *)
(** claim: theorem-C.6-proof-oddness step *)
Theorem velocity_of_odd_generator :
  forall g p q : R -> R,
  (forall x, p (- x) = p x) -> (forall x, 0 < p x) -> (forall x, ex_derive p x) ->
  (forall z, g (- z) = - g z) -> (forall z, thrice_differentiable g z) -> image_density g q ->
  let d x := p x / (p x + q x) in
  forall z, Derive d (g (- z)) / d (g (- z)) = - (Derive d (g z) / d (g z)).
Proof. exact velocity_odd. Qed.

(** claim: theorem-C.6-proof-chain-rule statement *)
Theorem slope_of_velocity :
  forall (d g : R -> R) (z : R),
  twice_differentiable d (g z) -> 0 < d (g z) -> ex_derive g z ->
  is_derive (fun u => Derive d (g u) / d (g u)) z
    ((Derive_n d 2 (g z) / d (g z) - (Derive d (g z) / d (g z)) ^ 2) * Derive g z).
Proof. exact is_derive_field_along. Qed.

(** claim: theorem-C.6-proof-generated-density statement *)
Theorem generated_density_at_centre :
  forall g q : R -> R,
  thrice_differentiable g 0 -> 0 < Derive g 0 ->
  locally 0 (fun u => q (g u) * Derive g u = standard_gaussian u) ->
  g 0 = 0 -> Derive_n g 2 0 = 0 ->
  let k := Derive g 0 in
  let g3 := Derive_n g 3 0 in
  q 0 = / (sqrt (2 * PI) * k)
  /\ locally 0 (ex_derive q) /\ is_derive q 0 0
  /\ is_derive (Derive q) 0 (- (k + g3) / (sqrt (2 * PI) * k ^ 4)).
Proof. exact density_at_centre. Qed.

(** m = 1, s = 1/2. *)
(** claim: theorem-C.6-proof-data-density refutation *)
Theorem data_density_at_centre_false :
  ~ forall m s, 0 < s ->
    symmetric_mixture m s 0 = exp (- m ^ 2 / (2 * s ^ 2)) / (sqrt (2 * PI) * s ^ 2).
Proof. exact symmetric_mixture_printed_false. Qed.

(** claim: theorem-C.6-proof-data-density corrected *)
Theorem data_density_at_centre :
  forall m s : R,
  0 < s ->
  let p := symmetric_mixture m s in
  p 0 = exp (- m ^ 2 / (2 * s ^ 2)) / (sqrt (2 * PI) * s)
  /\ is_derive p 0 0
  /\ is_derive (Derive p) 0
       ((m ^ 2 - s ^ 2) / s ^ 4 * (exp (- m ^ 2 / (2 * s ^ 2)) / (sqrt (2 * PI) * s))).
Proof. exact symmetric_mixture_at_centre. Qed.

(** claim: theorem-C.6-proof-discriminator statement *)
Theorem discriminator_at_centre :
  forall p q : R -> R,
  0 < p 0 -> 0 < q 0 -> twice_differentiable p 0 -> twice_differentiable q 0 ->
  Derive p 0 = 0 -> Derive q 0 = 0 ->
  let d x := p x / (p x + q x) in
  is_derive d 0 0
  /\ is_derive (Derive d) 0
       ((Derive_n p 2 0 * q 0 - p 0 * Derive_n q 2 0) / (p 0 + q 0) ^ 2).
Proof. exact discriminator_at_rest. Qed.

(** claim: theorem-C.6-proof-assembled statement *)
Theorem rate_from_densities :
  forall p q : R -> R,
  0 < p 0 -> 0 < q 0 -> twice_differentiable p 0 -> twice_differentiable q 0 ->
  Derive p 0 = 0 -> Derive q 0 = 0 ->
  let d x := p x / (p x + q x) in
  forall k : R,
  (Derive_n d 2 0 / d 0 - (Derive d 0 / d 0) ^ 2) * k
  = (Derive_n p 2 0 * q 0 - p 0 * Derive_n q 2 0) / ((p 0 + q 0) * p 0) * k.
Proof. exact rate_of_densities. Qed.

(** The last display has exp(-m²/s²) where the theorem has exp(-m²/2s²): m = 8, s = 1, g(z) = z. *)
(** claim: theorem-C.6-proof refutation *)
Theorem last_line_of_rate_false :
  ~ forall (g q : R -> R) (m s : R),
    0 < s -> image_density g q -> thrice_differentiable g 0 -> g 0 = 0 -> Derive_n g 2 0 = 0 ->
    let p := symmetric_mixture m s in
    let d x := p x / (p x + q x) in
    let k := Derive g 0 in
    let g3 := Derive_n g 3 0 in
    is_derive (fun z => Derive d (g z) / d (g z)) 0
      (((m ^ 2 - s ^ 2) / s ^ 4 * k ^ 3 + k + g3)
       / (exp (- m ^ 2 / s ^ 2) / s * k ^ 3 + k ^ 2)).
Proof. exact last_line_printed_false. Qed.

(** claim: theorem-C.6-proof corrected *)
Theorem last_line_of_rate :
  forall (g q : R -> R) (m s : R),
  0 < s -> image_density g q -> thrice_differentiable g 0 -> g 0 = 0 -> Derive_n g 2 0 = 0 ->
  let p := symmetric_mixture m s in
  let d x := p x / (p x + q x) in
  let k := Derive g 0 in
  let g3 := Derive_n g 3 0 in
  is_derive (fun z => Derive d (g z) / d (g z)) 0
    (((m ^ 2 - s ^ 2) / s ^ 4 * k ^ 3 + k + g3)
     / (exp (- m ^ 2 / (2 * s ^ 2)) / s * k ^ 3 + k ^ 2)).
Proof. exact SteepnessEvolution.is_derive_field_of_symmetric_mixture. Qed.

End EvolutionProof.

(** The vector field of d = 1/2 - r/(8s), which `step_x` and `step_y` follow. *)
(** claim: theorem-C.9-eigenvalues step *)
Theorem linear_discriminator_field :
  forall s x y : R, 0 < distance x y < 4 * s ->
  is_derive (fun u => ln (discriminator s (distance u y))) x
    (- x / (distance x y * (4 * s - distance x y)))
  /\ is_derive (fun u => ln (discriminator s (distance x u))) y
    (- y / (distance x y * (4 * s - distance x y))).
Proof. exact is_derive_log_discriminator. Qed.

(** The step's Jacobian and its eigenvalues: radial along [x, y], tangential along [-y, x]. *)
(** claim: theorem-C.9-eigenvalues step *)
Theorem step_jacobian_entries :
  forall s t x y : R, 0 < distance x y < 4 * s ->
  is_derive (fun u => step_x s t u y) x (jacobian_xx s t x y)
  /\ is_derive (fun u => step_x s t x u) y (jacobian_xy s t x y)
  /\ is_derive (fun u => step_y s t u y) x (jacobian_xy s t x y)
  /\ is_derive (fun u => step_y s t x u) y (jacobian_yy s t x y).
Proof. exact step_jacobian. Qed.

(** claim: theorem-C.9-eigenvalues step *)
Theorem step_jacobian_eigenvalues :
  forall s t x y : R, 0 < distance x y < 4 * s ->
  let along := 1 - t / (4 * s - distance x y) ^ 2 in
  let across := 1 - t / (distance x y * (4 * s - distance x y)) in
  (jacobian_xx s t x y * x + jacobian_xy s t x y * y = along * x
   /\ jacobian_xy s t x y * x + jacobian_yy s t x y * y = along * y)
  /\ (jacobian_xx s t x y * - y + jacobian_xy s t x y * x = across * - y
   /\ jacobian_xy s t x y * - y + jacobian_yy s t x y * x = across * x).
Proof. exact jacobian_eigenvectors. Qed.

(** * Appendix D: the recurrence *)

Section SuboptimalRecurrence.

Import EuclideanSpace Gradients ClosedSteepnessEquation SingleModeRecurrence SingleModePrinted.
Import SingleModeNearOptimum.

(** The particle at k x0 under d = p/(p + f(r) q), r = p/q; f = 1 shows it. *)
(** claim: proposition-D.2 refutation *)
Theorem printed_suboptimal_recurrence_false :
  ~ forall (f : R -> R) (n : nat) (kstar k s : R) (x0 : vector),
    0 < kstar -> 0 < k -> 0 < s -> (forall r, ex_derive f r) ->
    (forall r, 0 < r -> 0 < r + f r) ->
    let p := isotropic n kstar in
    let q := isotropic n k in
    let d x := p x / (p x + f (p x / q x) * q x) in
    exists G, is_gradient n d (scale k x0) G
    /\ same n (add (scale k x0) (scale (s / d (scale k x0)) G))
         (scale (printed_step f n kstar s x0 k) x0).
Proof. exact particle_step_printed_false. Qed.

(** claim: proposition-D.2 corrected *)
Theorem suboptimal_recurrence :
  forall (n : nat) (kstar k s : R) (x0 : vector),
  0 < kstar -> 0 < k -> forall f : R -> R,
  let p := isotropic n kstar in
  let q := isotropic n k in
  let r := (k / kstar) ^ n * (phi n (scale (k / kstar) x0) / phi n x0) in
  ex_derive f r -> r + f r <> 0 ->
  let d x := p x / (p x + f (p x / q x) * q x) in
  exists G, is_gradient n d (scale k x0) G
  /\ same n (add (scale k x0) (scale (s / d (scale k x0)) G))
       (scale (k + s * k * (1 / k ^ 2 - 1 / kstar ^ 2) * ((f r - r * Derive f r) / (r + f r))) x0).
Proof. exact particle_step. Qed.

(** claim: proposition-D.2 sharpened *)
Theorem suboptimal_step_near_optimum :
  forall (f : R -> R) (n : nat) (kstar s : R) (x0 : vector),
  0 < kstar -> locally 1 (ex_derive f) -> continuous (Derive f) 1 -> 0 < 1 + f 1 ->
  let pull := s * (f 1 - Derive f 1) in
  is_derive (mode_step f n kstar s x0) kstar
    (1 - 2 * (s / kstar ^ 2) * ((f 1 - Derive f 1) / (1 + f 1)))
  /\ (0 < pull < kstar ^ 2 * (1 + f 1) -> attracts (mode_step f n kstar s x0) kstar)
  /\ (pull < 0 \/ kstar ^ 2 * (1 + f 1) < pull -> repels (mode_step f n kstar s x0) kstar).
Proof. exact mode_step_near_optimum. Qed.

(** claim: proposition-D.2-proof-last-line refutation *)
Theorem last_line_of_suboptimal_recurrence_false :
  ~ forall (n : nat) (k kstar s r f f' : R) (x0 : vector),
    0 < k -> 0 < kstar -> 0 < r -> r + f <> 0 ->
    let x := scale k x0 in
    let ratio_gradient := scale (r * (1 / k ^ 2 - 1 / kstar ^ 2)) x in
    same n (add x (scale (s * ((f - r * f') / (r * (r + f)))) ratio_gradient))
      (scale (k + s * (1 / k ^ 2 - 1 / kstar ^ 2) * ((f - r * f') / (r + f))) x0).
Proof. exact last_line_printed_false. Qed.

(** claim: proposition-D.2-proof-last-line corrected *)
Theorem last_line_of_suboptimal_recurrence :
  forall (n : nat) (k kstar s r f f' : R) (x0 : vector),
  0 < k -> 0 < kstar -> 0 < r -> r + f <> 0 ->
  let x := scale k x0 in
  let ratio_gradient := scale (r * (1 / k ^ 2 - 1 / kstar ^ 2)) x in
  same n (add x (scale (s * ((f - r * f') / (r * (r + f)))) ratio_gradient))
    (scale (k + s * k * (1 / k ^ 2 - 1 / kstar ^ 2) * ((f - r * f') / (r + f))) x0).
Proof. exact last_line. Qed.

(** k = 1/2, kstar = 1: the printed step over s is 2, the right-hand side of Theorem 3.3 is 1. *)
(** claim: proposition-D.2-remark refutation *)
Theorem printed_step_is_not_the_rate :
  ~ forall kstar k s : R, 0 < kstar -> 0 < k -> 0 < s ->
    (printed_step (fun _ => 1) 1 kstar s (fun _ => 0) k - k) / s
    = closed_rate (curvature 0 kstar) (centre_density 0 kstar) k.
Proof. exact step_eq_rate_printed_false. Qed.

(** claim: proposition-D.2-remark corrected *)
Theorem printed_step_of_constant :
  forall n kstar s x0 k,
  printed_step (fun _ => 1) n kstar s x0 k = printed_optimal_step n kstar s x0 k.
Proof. exact (fun n kstar s x0 k => proj2 (optimal_step_eq n kstar s x0 k)). Qed.

(** claim: proposition-D.2-remark generalised *)
Theorem step_is_the_rate :
  forall kstar k s : R, 0 < kstar -> 0 < k -> s <> 0 ->
  (optimal_step 1 kstar s (fun _ => 0) k - k) / s
  = closed_rate (curvature 0 kstar) (centre_density 0 kstar) k.
Proof. exact step_eq_rate. Qed.

End SuboptimalRecurrence.

(** * Appendix I *)

Section GeneratorShape.

Import SymmetricMixture OptimalGenerator GeneratorShape ModeCount.

(** claim: appendix-I-inverse statement *)
Theorem inverse_of_generator :
  forall Phi Psi g h : R -> R,
  (forall z, Psi (g z) = Phi z) -> (forall y, g (h y) = y) -> forall y, Phi (h y) = Psi y.
Proof. exact inverse_generator. Qed.

(** g a is the generator for the weights a and 1 - a, and z a the latent of the midpoint. *)
(** claim: table-3-weights statement *)
Theorem latent_of_midpoint_grows :
  forall (Phi : R -> R) (g : R -> R -> R) (z : R -> R) (x1 x2 s : R),
  distribution Phi standard_gaussian -> 0 < s -> x1 < x2 ->
  (forall a u, 0 < a < 1 ->
    a * Phi ((g a u - x1) / s) + (1 - a) * Phi ((g a u - x2) / s) = Phi u) ->
  (forall a, 0 < a < 1 -> g a (z a) = (x1 + x2) / 2) ->
  forall a b, 0 < a < b -> b < 1 -> z a < z b.
Proof. exact latent_increases. Qed.

(** claim: table-3-weights sharpened *)
Theorem latent_of_midpoint_rate :
  forall (Phi : R -> R) (g : R -> R -> R) (z : R -> R) (x1 x2 s : R),
  distribution Phi standard_gaussian -> 0 < s -> x1 < x2 ->
  (forall a u, 0 < a < 1 ->
    a * Phi ((g a u - x1) / s) + (1 - a) * Phi ((g a u - x2) / s) = Phi u) ->
  (forall a, 0 < a < 1 -> g a (z a) = (x1 + x2) / 2) ->
  let h := (x2 - x1) / (2 * s) in
  forall a, 0 < a < 1 ->
  is_derive z a ((Phi h - Phi (- h)) / standard_gaussian (z a))
  /\ 0 < (Phi h - Phi (- h)) / standard_gaussian (z a)
  /\ Rabs (Phi (z a) - a) <= Phi (- h).
Proof. exact latent_of_midpoint. Qed.

(** The modes -10, -1/2, 1/2 and 10 with s = 1: g is steeper at the latent of the mode 1/2 than at
    that of the midpoint between it and its neighbour -1/2, so that these two share a segment. *)
(** claim: table-3-count refutation *)
Theorem midpoint_steeper_than_modes_false :
  ~ forall (n : nat) (x : nat -> R) (s : R) (Phi Psi g : R -> R) (i : nat) (z zi zj : R),
    0 < s -> (forall j, (S j < n)%nat -> x j < x (S j)) -> (S i < n)%nat ->
    optimal_generator Phi Psi (equal_mixture n x s) g ->
    g z = (x i + x (S i)) / 2 -> g zi = x i -> g zj = x (S i) ->
    Derive g zi < Derive g z /\ Derive g zj < Derive g z.
Proof. exact OptimalGeneratorExists.segment_count_printed_false. Qed.

End GeneratorShape.
