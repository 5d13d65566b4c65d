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
From Steepness Require Import Steepness SteepnessEvolution ModeMixture ParticleModel.
From Steepness Require Missing.AxialMatrix Missing.Convexity.
From Steepness Require IsotropicGaussians OptimalDiscriminator.
From Steepness Require Collapse CollapseSteepness CollapseBound CollapseField CollapseDrop.
From Steepness Require LinearAssumption LinearField ImpliedDensity GaussianLengths
  ToyDiscriminator.
From Steepness Require Divergences OtherDivergences DivergenceSteps DualityGap WeakApproximation.
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

(** The slope at z = 0 of the velocity d'/d along g, which is the time derivative of g'(0) where
    the two derivatives may be exchanged. Hypotheses beyond the printed ones: g has three
    derivatives (the formula needs the third) and increases, and its density q has two. *)
(** claim: theorem-3.3 theorem-C.6 corrected *)
Theorem steepness_rate_at_centre :
  forall (g g1 g2 : R -> R) (k g3 : R) (q q1 : R -> R) (q2 m s : R),
  (forall z, is_derive g z (g1 z)) -> (forall z, is_derive g1 z (g2 z)) -> is_derive g2 0 g3 ->
  (forall z, 0 < g1 z) -> g 0 = 0 -> g1 0 = k -> g2 0 = 0 ->
  (forall x, is_derive q x (q1 x)) -> is_derive q1 0 q2 -> (forall x, 0 < q x) ->
  (forall z, q (g z) * g1 z = gaussian1 0 1 z) -> 0 < s ->
  let p := symmetric_mixture m s in
  let d x := p x / (p x + q x) in
  is_derive (fun z => Derive d (g z) / d (g z)) 0
    (((m ^ 2 - s ^ 2) / s ^ 4 * k ^ 3 + k + g3)
     / (exp (- m ^ 2 / (2 * s ^ 2)) / s * k ^ 3 + k ^ 2)).
Proof. exact is_derive_field_of_g. Qed.

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

(** * Section 4: collapse

    In ℝⁿ: a vector is a function of which the first n values count, `norm n` and `dot n` are
    Euclidean, `same n` is equality of n coordinates (EuclideanSpace.v). `is_gradient` and
    `is_jacobian` are Fréchet derivatives (Gradients.v); the steepness of a map is the spectral norm
    of its Jacobian, the supremum of |Jv| over |v| ≤ 1 (SpectralNorm.v). The mode is c, s is its
    standard deviation σ, t is the step s of the paper. *)

Section SectionFour.
Import EuclideanSpace Gradients SpectralNorm IsotropicGaussians OptimalDiscriminator.
Import Collapse CollapseSteepness CollapseBound CollapseField CollapseDrop.
Import LinearAssumption LinearField ImpliedDensity GaussianLengths.

(** claim: prose-4.1-optimal refutation *)
Theorem optimal_discriminator_at_convergence_false :
  ~ forall (n N : nat) (w : nat -> R) (s : R) (modes : nat -> vector) (x : vector),
    probabilities N w -> 0 < s -> separated n N s modes -> outside n N s modes x ->
    optimal (mixture_n n N w s modes x) (mixture_n n N w s modes x) <= 1 / 4.
Proof. exact optimal_at_convergence_false. Qed.

(** claim: prose-4.1-optimal corrected *)
Theorem objective_stationary_only_at_optimal :
  forall p q d : R, 0 < p -> 0 < q -> 0 < d < 1 ->
  (is_derive (fun d => p * ln d + q * ln (1 - d)) d 0 <-> d = p / (p + q))
  /\ p / (p + p) = 1 / 2.
Proof. exact objective_stationary_iff. Qed.

(** claim: prose-4.1-centre statement *)
Theorem optimal_discriminator_minus_half :
  forall p q : R, 0 < p -> 0 < q -> p / (p + q) - 1 / 2 = (p - q) / (2 * (p + q)).
Proof. exact optimal_minus_half. Qed.

(** claim: prose-4.1-far statement *)
Theorem optimal_discriminator_far :
  forall (s t : R) (c x : vector), 0 < s < t ->
  optimal (gaussian_n 2 s c x) (gaussian_n 2 t c x)
  <= (t / s) ^ 2 * exp (- norm 2 (sub x c) ^ 2 * (1 / s ^ 2 - 1 / t ^ 2) / 2).
Proof. exact optimal_far_le. Qed.

(** One mode on the line, at 0: q would have to have more mass than 1. *)
(** claim: assumption-4.1 refutation *)
Theorem linear_discriminator_optimal_false :
  ~ forall (s : R) (q : R -> R),
    0 < s -> (forall x, 0 <= q x) ->
    (forall x, Rabs x < 4 * s -> optimal (gaussian1 0 s x) (q x) = 1 / 2 - Rabs x / (8 * s)) ->
    forall a, 0 < a < 4 * s -> RInt q (- a) a <= 1.
Proof. exact linear_optimal_false. Qed.

(** It exceeds every bound, whatever σ is. *)
(** claim: assumption-4.1 refutation *)
Theorem implied_density_has_unbounded_mass :
  forall s : R, 0 < s -> forall B, exists a, 0 < a < 4 * s
  /\ B < RInt (fun x => gaussian1 0 s x * ((4 * s + Rabs x) / (4 * s - Rabs x))) (- a) a.
Proof. exact implied_mass_unbounded_on_line. Qed.

(** In units of σ, in polar coordinates: `length_density_n` is the density of ‖ξ‖ in ℝⁿ. *)
(** claim: assumption-4.1 corrected *)
Theorem implied_mass_within_deviation :
  RInt (fun r => length_density_1 r * ((4 * 1 + r) / (4 * 1 - r))) 0 1 < 1
  /\ RInt (fun r => length_density_2 r * ((4 * 1 + r) / (4 * 1 - r))) 0 1 < 1
  /\ RInt (fun r => length_density_3 r * ((4 * 1 + r) / (4 * 1 - r))) 0 1 < 1.
Proof. exact implied_mass_lt_1. Qed.

(** claim: assumption-4.1-outside refutation *)
Theorem optimal_discriminator_zero_outside_false :
  ~ forall (n N : nat) (w : nat -> R) (s t : R) (modes : nat -> vector) (x : vector),
    probabilities N w -> 0 < s -> 0 < t -> separated n N s modes -> outside n N s modes x ->
    optimal (mixture_n n N w s modes x) (mixture_n n N w t modes x) = 0.
Proof. exact optimal_outside_false. Qed.

(** claim: assumption-4.1-outside corrected *)
Theorem optimal_discriminator_positive :
  forall (n N : nat) (w : nat -> R) (s : R) (modes : nat -> vector) (x : vector) (q : R),
  probabilities N w -> 0 < s -> 0 <= q -> 0 < optimal (mixture_n n N w s modes x) q.
Proof. exact optimal_of_mixture_pos. Qed.

(** claim: assumption-4.1-differentiable refutation *)
Theorem linear_discriminator_differentiable_false :
  ~ forall (n : nat) (s : R) (c x : vector),
    0 < s -> norm n (sub x c) < 4 * s -> exists G, is_gradient n (linear_discriminator n s c) x G.
Proof. exact gradient_at_every_point_false. Qed.

(** claim: assumption-4.1-differentiable corrected *)
Theorem gradient_of_assumed_discriminator :
  forall (n N : nat) (s : R) (modes : nat -> vector) (d : vector -> R) (k : nat) (x : vector),
  assumed n N s modes d -> separated n N s modes -> 0 < s -> (k < N)%nat -> (1 <= n)%nat ->
  let r := norm n (sub x (modes k)) in
  let G := scale (- / (8 * s * r)) (sub x (modes k)) in
  (0 < r < 4 * s -> is_gradient n d x G /\ norm n G = / (8 * s))
  /\ (r = 0 \/ r = 4 * s -> forall H, ~ is_gradient n d x H).
Proof. exact gradient_of_assumed. Qed.

(** Even dimensions n = 2(k + 1), in units of σ: `ball_share k b` is the integral from 0 to b of the
    density of ‖ξ‖ there, by polar coordinates. *)
(** claim: assumption-4.1-dimension refutation *)
Theorem half_of_data_in_balls_false :
  ~ forall k : nat, (k < 2048)%nat -> 1 / 2 <= ball_share k 4.
Proof. exact half_of_data_in_ball_false. Qed.

(** claim: assumption-4.1-dimension corrected *)
Theorem half_of_data_in_balls_iff :
  forall k : nat,
  ((k <= 7)%nat -> 1 / 2 <= ball_share k 4) /\ ((8 <= k)%nat -> ball_share k 4 < 1 / 2)
  /\ Rabs (ball_share 7 4 - 547 / 1000) <= 1 / 2000.
Proof. exact ball_share_half. Qed.

(** In even dimensions, as above; the printed values and the words on σ√n are not proved here. *)
(** claim: assumption-4.1-dimension sharpened-step *)
Theorem share_of_data_in_balls_le :
  forall k : nat, (8 <= k)%nat ->
  let n := 2 * INR (S k) in
  ball_share k 4 <= (16 / n) ^ S k * exp ((n - 16) / 2).
Proof. exact ball_share_chernoff. Qed.

(** claim: assumption-4.1-separation statement *)
Theorem balls_do_not_overlap :
  forall (n N : nat) (s : R) (modes : nat -> vector) (x : vector) (i j : nat),
  separated n N s modes -> (i < N)%nat -> (j < N)%nat -> i <> j ->
  ~ (norm n (sub x (modes i)) < 4 * s /\ norm n (sub x (modes j)) < 4 * s).
Proof. exact balls_disjoint. Qed.

(** Wherever d has a gradient G. *)
(** claim: equation-4.1-gradient statement *)
Theorem length_of_linear_field :
  forall (n : nat) (s : R) (c x G : vector), (1 <= n)%nat ->
  norm n (sub x c) < 4 * s -> is_gradient n (linear_discriminator n s c) x G ->
  norm n (scale (/ linear_discriminator n s c x) G) = / (4 * s - norm n (sub x c)).
Proof. exact norm_log_gradient. Qed.

(** From here on ∇d/d is `linear_field n s c`, -(x - c)/(r(4s - r)): theorem-C.9-proof-gradient. *)
(** claim: prose-4.1-boundary statement *)
Theorem linear_field_grows_to_boundary :
  forall (n : nat) (s : R) (c : vector),
  (forall x y, 0 < norm n (sub x c) -> norm n (sub x c) < norm n (sub y c) ->
   norm n (sub y c) < 4 * s -> norm n (linear_field n s c x) < norm n (linear_field n s c y))
  /\ forall e x, 0 < norm n (sub x c) -> 4 * s - e <= norm n (sub x c) < 4 * s ->
   / e <= norm n (linear_field n s c x).
Proof. exact field_grows_to_boundary. Qed.

(** claim: prose-4.1-direction statement *)
Theorem linear_field_points_to_mode :
  forall (n : nat) (s : R) (c x : vector), 0 < norm n (sub x c) < 4 * s ->
  dot n (linear_field n s c x) (sub x c) <= 0.
Proof. exact field_points_to_mode. Qed.

(** claim: prose-4.1-escape refutation *)
Theorem particles_keep_their_distance_false :
  ~ forall (n : nat) (s : R) (c : vector) (x : R -> vector) (T : R), follows_field n s c x T ->
    forall u w, 0 <= u <= w -> w < T ->
    2 * s < norm n (sub (x u) c) < 4 * s -> norm n (sub (x u) c) <= norm n (sub (x w) c).
Proof. exact escape_false. Qed.

(** r' is the distance after one step. *)
(** claim: prose-4.1-escape corrected *)
Theorem distance_after_step :
  forall (n : nat) (s t : R) (c x : vector),
  let r := norm n (sub x c) in
  let r' := norm n (sub (stepped n s c t x) c) in
  0 < r < 4 * s -> 0 < t ->
  r' = Rabs (r - t / (4 * s - r))
  /\ (r < r' <-> 2 * r * (4 * s - r) < t)
  /\ (r' < r <-> t < 2 * r * (4 * s - r))
  /\ (4 * s < r' <-> 16 * s ^ 2 - r ^ 2 < t).
Proof. exact step_distances. Qed.

(** Every solution has the radius; one exists until it reaches the mode. *)
(** claim: prose-4.1-escape sharpened *)
Theorem particles_flow_to_mode :
  forall (n : nat) (s : R) (c x0 : vector),
  let r0 := norm n (sub x0 c) in
  let arrival := r0 * (8 * s - r0) / 2 in
  0 < r0 < 4 * s ->
  (forall x T, follows_field n s c x T -> same n (x 0) x0 ->
   (forall u, 0 <= u < T -> 0 < norm n (sub (x u) c) < 4 * s) ->
   forall u, 0 <= u < T ->
   norm n (sub (x u) c) = 4 * s - sqrt ((4 * s - r0) ^ 2 + 2 * u))
  /\ (exists x, follows_field n s c x arrival /\ same n (x 0) x0
   /\ (forall u, 0 <= u < arrival -> 0 < norm n (sub (x u) c) <= r0)
   /\ forall u, 0 <= u < arrival ->
      norm n (sub (x u) c) = 4 * s - sqrt ((4 * s - r0) ^ 2 + 2 * u))
  /\ 4 * s - sqrt ((4 * s - r0) ^ 2 + 2 * arrival) = 0 /\ arrival <= 8 * s ^ 2.
Proof. exact flow_to_mode. Qed.

(** Finitely many pairs c ± y of particles at each of two modes; the masses p_g are not proved. *)
(** claim: prose-4.1-escape generalised-step *)
Theorem distance_of_means_after_step :
  forall (n : nat) (s t : R) (c1 c2 : vector) (k1 k2 : nat) (y1 y2 : nat -> vector),
  (0 < k1)%nat -> (0 < k2)%nat ->
  same n (mean_of_pairs n s t c1 k1 y1) c1
  /\ norm n (sub (mean_of_pairs n s t c1 k1 y1) (mean_of_pairs n s t c2 k2 y2))
     = norm n (sub c1 c2).
Proof. exact distance_of_means. Qed.

(** `updated t v g` is g + t v∘g, `log_field d D` is D/d. Beyond the printed hypotheses: g is
    differentiable at z with the Jacobian J, d is positive and twice differentiable at g(z), with
    the gradient D and the Hessian H. That t be small is not needed. *)
(** claim: theorem-4.1 theorem-C.8 statement *)
Theorem jacobian_of_updated_generator :
  forall (m n : nat) (g : vector -> vector) (d : vector -> R) (D : vector -> vector)
    (z : vector) (J H : matrix) (t : R),
  is_jacobian m n g z J -> 0 < d (g z) ->
  is_gradient n d (g z) (D (g z)) -> is_jacobian n n D (g z) H ->
  exists B, is_jacobian n n (log_field d D) (g z) B
  /\ is_jacobian m n (updated t (log_field d D) g) z (combination J t (product n B J)).
Proof. exact generator_jacobian_of_discriminator. Qed.

(** The same on the line, with ordinary derivatives. *)
(** claim: theorem-4.1 theorem-C.8 step *)
Theorem derivative_of_updated_generator :
  forall (g d : R -> R) (z g1 t : R),
  is_derive g z g1 -> 0 < d (g z) -> locally (g z) (fun x => ex_derive d x) ->
  ex_derive (Derive d) (g z) ->
  let v x := Derive d x / d x in
  is_derive (fun u => g u + t * v (g u)) z (g1 + t * Derive v (g z) * g1).
Proof. exact generator_derivative_of_discriminator. Qed.

(** claim: theorem-4.1 generalised *)
Theorem jacobian_of_update_along_any_field :
  forall (m n : nat) (g v : vector -> vector) (z : vector) (J B : matrix) (t : R),
  is_jacobian m n g z J -> is_jacobian n n v (g z) B ->
  is_jacobian m n (updated t v g) z (product n (combination identity t B) J).
Proof. exact generator_jacobian_updated. Qed.

(** The standard deviation 1, the distance 1 and the step 6: the proof's witness. *)
(** claim: theorem-4.2 theorem-C.9 refutation *)
Theorem steepness_drop_printed_false :
  ~ forall (m n : nat) (s t : R) (c : vector) (g : vector -> vector) (z : vector) (S T : R),
    let r := norm n (sub (g z) c) in
    0 < s -> r < 2 * s -> 0 < t < (4 * s - r) ^ 2 -> is_steepness m n g z S ->
    is_steepness m n (updated t (linear_field n s c) g) z T ->
    T <= (1 - t / (4 * s - r) ^ 2) * S.
Proof. exact steepness_drop_false. Qed.

(** No step is small enough for all g(z) in the ball. *)
(** claim: theorem-4.2 theorem-C.9 refutation *)
Theorem steepness_drop_false_for_every_step :
  forall (m n : nat) (s t : R) (c : vector),
  (0 < m)%nat -> (2 <= n)%nat -> 0 < s -> 0 < t < (2 * s) ^ 2 ->
  exists g z T, 0 < norm n (sub (g z) c) < 2 * s /\ t < (4 * s - norm n (sub (g z) c)) ^ 2
  /\ is_steepness m n g z 1 /\ is_steepness m n (updated t (linear_field n s c) g) z T
  /\ (1 - t / (4 * s - norm n (sub (g z) c)) ^ 2) * 1 < T.
Proof. exact steepness_drop_false_for_step. Qed.

(** claim: theorem-4.2 theorem-C.9 corrected *)
Theorem steepness_drops_iff_step_le :
  forall (m n : nat) (s t : R) (c x : vector),
  let r := norm n (sub x c) in
  0 < r <= 2 * s -> 0 < t ->
  (t <= r * (4 * s - r) ^ 2 / (2 * s) -> forall g z S, g z = x -> is_steepness m n g z S ->
   exists T, is_steepness m n (updated t (linear_field n s c) g) z T
   /\ T <= (1 - t / (4 * s - r) ^ 2) * S)
  /\ ((0 < m)%nat -> (2 <= n)%nat -> r * (4 * s - r) ^ 2 / (2 * s) < t ->
   exists g z T, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (updated t (linear_field n s c) g) z T
   /\ (1 - t / (4 * s - r) ^ 2) * 1 < T).
Proof. exact steepness_drop_corrected. Qed.

(** claim: theorem-4.2 sharpened *)
Theorem steepness_between_both_factors :
  forall (m n : nat) (s t : R) (c x : vector),
  let r := norm n (sub x c) in
  let along := Rabs (1 - t / (4 * s - r) ^ 2) in
  let across := Rabs (1 - t / (r * (4 * s - r))) in
  let g' g := updated t (linear_field n s c) g in
  0 < r < 4 * s ->
  (forall g z S, g z = x -> is_steepness m n g z S ->
   exists T, is_steepness m n (g' g) z T
   /\ Rmin along across * S <= T /\ T <= Rmax along across * S)
  /\ ((0 < m)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z along)
  /\ ((0 < m)%nat -> (2 <= n)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z across)
  /\ (n = 1%nat -> forall g z S, g z = x -> is_steepness m n g z S ->
   is_steepness m n (g' g) z (along * S)).
Proof. exact steepness_drop_sharpened. Qed.

(** `radial_field n f1 c` is f1(r)/r (x - c). It is ∇d/d where f1 = f′ and d = exp f(r): the first
    part. The drop is strict for s < 2/max(|f″|, |f′|/r); at equality steepness may stay. *)
(** claim: theorem-4.2 generalised *)
Theorem steepness_after_radial_update :
  forall (m n : nat) (t : R) (c x : vector) (f f1 : R -> R) (f2 : R),
  let r := norm n (sub x c) in
  let along := Rabs (1 + t * f2) in
  let across := Rabs (1 + t * f1 r / r) in
  let g' g := updated t (radial_field n f1 c) g in
  0 < r -> is_derive f1 r f2 ->
  (forall y, 0 < norm n (sub y c) ->
   is_derive f (norm n (sub y c)) (f1 (norm n (sub y c))) ->
   is_gradient n (fun y => exp (f (norm n (sub y c)))) y
     (scale (exp (f (norm n (sub y c)))) (radial_field n f1 c y)))
  /\ (forall g z S, g z = x -> is_steepness m n g z S ->
   exists T, is_steepness m n (g' g) z T
   /\ Rmin along across * S <= T /\ T <= Rmax along across * S
   /\ (0 < S -> f1 r < 0 -> f2 < 0 -> 0 < t < 2 / Rmax (Rabs f2) (Rabs (f1 r) / r) -> T < S))
  /\ ((0 < m)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z along)
  /\ ((0 < m)%nat -> (2 <= n)%nat -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z across).
Proof. exact steepness_of_radial_discriminator. Qed.

(** claim: prose-4.2-local refutation *)
Theorem steepness_decreases_near_mode_false :
  ~ forall (m n : nat) (s t : R) (c : vector) (g : vector -> vector) (z : vector) (S T : R),
    0 < s -> 0 < norm n (sub (g z) c) < 2 * s -> 0 < t <= s ^ 2 / 10 -> is_steepness m n g z S ->
    is_steepness m n (updated t (linear_field n s c) g) z T -> T <= S.
Proof. exact steepness_near_mode_false. Qed.

(** claim: prose-4.2-local corrected *)
Theorem steepness_decreases_iff_step_lt :
  forall (m n : nat) (s t : R) (c x : vector),
  let r := norm n (sub x c) in
  let g' g := updated t (linear_field n s c) g in
  (0 < m)%nat -> (2 <= n)%nat -> 0 < r <= 2 * s -> 0 < t ->
  ((forall g z S T, g z = x -> is_steepness m n g z S -> 0 < S ->
    is_steepness m n (g' g) z T -> T < S)
   <-> t < 2 * r * (4 * s - r))
  /\ (r <= t / (8 * s) -> exists g z, g z = x /\ is_steepness m n g z 1
   /\ is_steepness m n (g' g) z (t / (r * (4 * s - r)) - 1) /\ 1 < t / (r * (4 * s - r)) - 1)
  /\ (forall B, exists e, 0 < e <= 2 * s
   /\ forall q, 0 < q < e -> B < t / (q * (4 * s - q)) - 1).
Proof. exact steepness_near_mode. Qed.

(** claim: prose-4.2-significant refutation *)
Theorem drop_by_half_false :
  ~ forall s r t : R, 0 < r < 2 * s -> 0 < t < (4 * s - r) ^ 2 ->
    1 - t / (4 * s - r) ^ 2 <= 1 / 2.
Proof. exact significant_drop_false. Qed.

(** claim: prose-4.2-significant corrected *)
Theorem drop_by_half_iff :
  forall s r t : R, 0 < r <= 2 * s ->
  (1 - t / (4 * s - r) ^ 2 <= 1 / 2 <-> (4 * s - r) ^ 2 / 2 <= t)
  /\ 2 * s ^ 2 <= (4 * s - r) ^ 2 / 2.
Proof. exact significant_drop_iff. Qed.

(** The steps for which the bound holds are those of the corrected Theorem 4.2. *)
(** claim: prose-4.2-significant sharpened *)
Theorem factor_of_steps_within_bound :
  forall s r t : R, 0 < r <= 2 * s -> 0 < t <= r * (4 * s - r) ^ 2 / (2 * s) ->
  1 - r / (2 * s) <= 1 - t / (4 * s - r) ^ 2
  /\ (1 - t / (4 * s - r) ^ 2 <= 1 / 2 -> s <= r).
Proof. exact factor_of_allowed_step. Qed.

(** claim: prose-4.2-onset refutation *)
Theorem particles_leave_under_drop_false :
  ~ forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
    0 < r < 4 * s -> 0 < t < (4 * s - r) ^ 2 ->
    4 * s < norm n (sub (stepped n s c t x) c).
Proof. exact leaving_false. Qed.

(** claim: prose-4.2-onset corrected *)
Theorem particles_stay_under_drop :
  forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
  0 < r < 4 * s -> 0 < t < (4 * s - r) ^ 2 ->
  norm n (sub (stepped n s c t x) c) = Rabs (r - t / (4 * s - r))
  /\ norm n (sub (stepped n s c t x) c) < 4 * s.
Proof. exact no_particle_leaves. Qed.

(** claim: prose-4.2-onset sharpened *)
Theorem escape_needs_more_than_drop :
  forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
  0 < r < 4 * s -> 0 < t -> 4 * s < norm n (sub (stepped n s c t x) c) ->
  (4 * s - r) ^ 2 < t
  /\ 16 * s ^ 2 - r ^ 2 - (4 * s - r) ^ 2 = 2 * r * (4 * s - r)
  /\ 0 < 2 * r * (4 * s - r).
Proof. exact escape_excludes_drop. Qed.

(** claim: arithmetic-4.3-threshold statement *)
Theorem linear_field_at_two_deviations :
  forall (n : nat) (s : R) (c x : vector), 0 < s -> norm n (sub x c) = 2 * s ->
  norm n (linear_field n s c x) = / (2 * s).
Proof. exact field_at_two_deviations. Qed.

End SectionFour.

(** * Appendix B *)

Section AppendixB.
Import EuclideanSpace Gradients Convexity Divergences WeakApproximation.

(** `nsgan_f` is f as printed, `nsgan_f1` its first derivative. *)
(** claim: appendix-B-divergence statement *)
Theorem nsgan_generator_is_convex :
  nsgan_f 1 = 0
  /\ (forall u, 0 < u ->
     is_derive nsgan_f u (nsgan_f1 u) /\ is_derive nsgan_f1 u (1 / (u ^ 2 * (u + 1))))
  /\ convex_on_positive nsgan_f.
Proof. exact nsgan_f_generates. Qed.

(** At a point x where r has the gradient G: f(r) - r f′(r) is the first variation of q f(p/q) in
    q; minus its gradient is r f″(r)G = G/(r(1 + r)), which is ∇d/d. *)
(** claim: appendix-B-descent statement *)
Theorem particles_descend_nsgan_divergence :
  forall (n : nat) (r : vector -> R) (x G : vector), 0 < r x -> is_gradient n r x G ->
  (forall p q, 0 < p -> 0 < q ->
     is_derive (fun w => w * nsgan_f (p / w)) q (nsgan_f (p / q) - p / q * nsgan_f1 (p / q)))
  /\ is_gradient n (fun y => nsgan_f (r y) - r y * nsgan_f1 (r y)) x
       (scale (- (r x * (1 / (r x ^ 2 * (r x + 1))))) G)
  /\ r x * (1 / (r x ^ 2 * (r x + 1))) = / (r x * (1 + r x))
  /\ is_gradient n (fun y => ln (r y / (1 + r y))) x (scale (/ (r x * (1 + r x))) G).
Proof. exact particles_descend. Qed.

(** The divergence for distributions on n points; densities are left out. *)
(** claim: appendix-B-descent sharpened-step *)
Theorem nsgan_divergence_is_entropy_of_mixture :
  forall (n : nat) (p q : nat -> R),
  (forall u, 0 < u -> nsgan_f u = (u + 1) * ln ((u + 1) / (2 * u)) + (1 - ln 2) * (u - 1))
  /\ (distribution n p -> distribution n q ->
      divergence n nsgan_f p q
      = 2 * sum n (fun i => (p i + q i) / 2 * ln ((p i + q i) / 2 / p i))).
Proof. exact divergence_is_mixture_entropy. Qed.

(** The rate at every point; its mean over p_g is not taken here. *)
(** claim: appendix-B-descent generalised-step *)
Theorem descent_rate_at_point :
  forall (n : nat) (r : vector -> R) (x G : vector), 0 < r x -> is_gradient n r x G ->
  let v := scale (/ (r x * (1 + r x))) G in
  is_gradient n (fun y => ln (r y / (1 + r y))) x v
  /\ exists D, is_gradient n (fun y => nsgan_f (r y) - r y * nsgan_f1 (r y)) x D
  /\ dot n D v = - norm n v ^ 2.
Proof. exact variation_against_field. Qed.

(** lim f(v)/v is not the supremum of -f(u), which is infinite. *)
(** claim: appendix-B-mutually-singular refutation *)
Theorem fenchel_conjugate_is_not_slope :
  ~ (forall u v, 0 < u -> 100 <= v -> - nsgan_f u <= nsgan_f v / v)
  /\ is_lim (fun v => nsgan_f v / v) p_infty (1 - 2 * ln 2)
  /\ forall B, exists u, 0 < u /\ B < - nsgan_f u.
Proof. exact conjugate_is_not_slope. Qed.

(** The two terms f(0) = +∞ and lim f(v)/v; that D_f of singular measures is their sum is not
    proved here. *)
(** claim: appendix-B-mutually-singular corrected-step *)
Theorem terms_of_singular_divergence :
  (forall u, 0 < u <= 1 -> ln (/ u) - 2 <= nsgan_f u)
  /\ filterlim nsgan_f (at_right 0) (Rbar_locally p_infty)
  /\ (forall v, 100 <= v -> Rabs (nsgan_f v / v - (1 - 2 * ln 2)) <= 2 / v)
  /\ is_lim (fun v => nsgan_f v / v) p_infty (1 - 2 * ln 2).
Proof. exact singular_terms. Qed.

(** claim: appendix-B-positive-gap statement *)
Theorem gap_between_nearly_singular :
  forall e : R, 0 < e < 1 / 4 ->
  ln (1 / (4 * e)) <= divergence 2 nsgan_f (two_points (1 - e) e) (two_points e (1 - e)).
Proof. exact gap_at_least. Qed.

(** Two points; that D_f is infinite for every generator of lower dimension is not proved here. *)
(** claim: appendix-B-positive-gap sharpened-step *)
Theorem gap_between_nearly_singular_eq :
  forall e : R, 0 < e < 1 ->
  divergence 2 nsgan_f (two_points (1 - e) e) (two_points e (1 - e)) = ln (1 / (4 * e * (1 - e))).
Proof. exact gap_eq. Qed.

(** claim: appendix-B-positive-gap sharpened-step *)
Theorem gap_tends_to_infinity :
  forall B : R, exists a, 0 < a /\ forall e, 0 < e < a -> e < 1 / 4 ->
  B < divergence 2 nsgan_f (two_points (1 - e) e) (two_points e (1 - e)).
Proof. exact gap_unbounded. Qed.

(** A cube of side h is sent into a cube of side 2kh√m, and (2L/h + 1)ᵐ of these have little volume;
    that so many cubes cover [-L, L]ᵐ, and what a null set is, is not proved here. *)
(** claim: appendix-B-low-dimension step *)
Theorem covering_of_image_is_small :
  forall (m n : nat) (k L : R) (g : vector -> vector), (m < n)%nat -> 0 <= k -> 0 <= L ->
  (forall u w, norm n (sub (g u) (g w)) <= k * norm m (sub u w)) ->
  forall h, 0 < h <= 1 ->
  (forall u w, (forall i, (i < m)%nat -> Rabs (u i - w i) <= h) ->
   forall i, (i < n)%nat -> Rabs (g u i - g w i) <= k * h * sqrt (INR m))
  /\ (2 * L / h + 1) ^ m * (2 * k * h * sqrt (INR m)) ^ n
     <= (2 * L + 1) ^ m * (2 * k * sqrt (INR m)) ^ n * h.
Proof. exact covering_of_image. Qed.

(** `mean_cost m` is the mean distance of (x, y) from the point of the tooth above x at the height
    y, for the uniform law on the square and the curve with m teeth: 100 teeth cost 1/300. *)
(** claim: appendix-B-approximation refutation *)
Theorem transport_to_curve_costs_false :
  ~ forall m : nat, (1 <= m)%nat -> 1 / 100 <= mean_cost m.
Proof. exact transport_cost_false. Qed.

(** The pairing is nearer than 1/m and its first coordinate is uniform; D_f is not treated here. *)
(** claim: appendix-B-approximation corrected-step *)
Theorem pairing_of_square_with_curve :
  forall m : nat, (1 <= m)%nat ->
  (forall j x y, INR j / INR m <= x <= INR (S j) / INR m -> 0 <= y <= 1 ->
   INR j / INR m <= tooth_point m j y <= INR (S j) / INR m
   /\ tooth_height m j (tooth_point m j y) = y
   /\ Rabs (x - tooth_point m j y) <= 1 / INR m)
  /\ (forall f : R -> R, (forall x, continuous f x) ->
   sum m (fun j => / INR m * RInt (fun y => f (tooth_point m j y)) 0 1) = RInt f 0 1)
  /\ mean_cost m = 1 / (3 * INR m).
Proof. exact pairing_with_curve. Qed.

End AppendixB.

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

(** The last display of the proof has exp(-m²/s²) where the theorem has exp(-m²/(2s²)); they
    differ at k = 1, g3 = 0, m = 2, s = 1. *)
(** claim: theorem-C.6-proof refutation *)
Theorem steepness_rate_in_proof_false :
  rate 1 0 2 1 (- 2 ^ 2 / 1 ^ 2) <> rate 1 0 2 1 (- 2 ^ 2 / (2 * 1 ^ 2)).
Proof. exact rate_printed_in_proof_false. Qed.

Section CollapseProof.
Import EuclideanSpace Gradients SpectralNorm.
Import Collapse CollapseSteepness CollapseBound CollapseField CollapseDrop LinearField.

(** C is the Jacobian of v∘g where that has one; by the chain rule it is that of v times J. *)
(** claim: theorem-C.8-proof statement *)
Theorem update_differentiated_line_by_line :
  forall (m n : nat) (g v : vector -> vector) (z : vector) (J B C : matrix) (t : R),
  is_jacobian m n g z J ->
  (is_jacobian m n (fun u => v (g u)) z C ->
   is_jacobian m n (updated t v g) z (combination J t C))
  /\ (is_jacobian n n v (g z) B -> is_jacobian m n (fun u => v (g u)) z (product n B J)).
Proof. exact update_jacobians. Qed.

(** claim: theorem-C.9-proof-gradient statement *)
Theorem gradient_of_linear_discriminator :
  forall (n : nat) (s : R) (c x : vector), let r := norm n (sub x c) in
  0 < r < 4 * s ->
  is_gradient n (linear_discriminator n s c) x (scale (- / (8 * s * r)) (sub x c)).
Proof. exact is_gradient_linear_discriminator. Qed.

(** ∇d/d is the gradient of log d. *)
(** claim: theorem-C.9-proof-gradient statement *)
Theorem linear_field_is_gradient_over_discriminator :
  forall (n : nat) (s : R) (c x : vector), let r := norm n (sub x c) in
  0 < r < 4 * s ->
  linear_field n s c x
    = scale (/ linear_discriminator n s c x) (scale (- / (8 * s * r)) (sub x c))
  /\ is_gradient n (fun y => ln (linear_discriminator n s c y)) x (linear_field n s c x).
Proof.
  exact (fun n s c x inside => conj (linear_field_of_gradient n s c x inside)
    (is_gradient_log_linear_discriminator n s c x inside)).
Qed.

(** `printed_hessian n s y` is the printed matrix, y = x - c. *)
(** claim: theorem-C.9-eigenvalues statement *)
Theorem hessian_of_log_discriminator :
  forall (n : nat) (s : R) (c x : vector), let r := norm n (sub x c) in
  let H := printed_hessian n s (sub x c) in
  0 < r < 4 * s ->
  is_jacobian n n (linear_field n s c) x H
  /\ same n (image n H (sub x c))
       (scale (- / (r * (4 * s - r)) + (4 * s - 2 * r) / (r * (4 * s - r) ^ 2)) (sub x c))
  /\ (forall v, dot n (sub x c) v = 0 ->
      same n (image n H v) (scale (- / (r * (4 * s - r))) v)).
Proof.
  exact (fun n s c x inside => conj (is_jacobian_printed_hessian n s c x inside)
    (eigenvectors_of_printed_hessian n s c x inside)).
Qed.

(** As a quadratic form: second derivatives along any straight line. *)
(** claim: theorem-C.9-eigenvalues statement *)
Theorem second_derivative_of_log_discriminator :
  forall (n : nat) (s : R) (c x : vector), 0 < norm n (sub x c) < 4 * s -> forall v : vector,
  is_derive (fun t => ln (linear_discriminator n s c (add x (scale t v)))) 0
    (dot n (linear_field n s c x) v)
  /\ is_derive (fun t => dot n (linear_field n s c (add x (scale t v))) v) 0
    (dot n v (image n (printed_hessian n s (sub x c)) v)).
Proof. exact is_derive_twice_along. Qed.

(** For any matrix in place of I + sH, from ℝᵏ to ℝⁿ. *)
(** claim: theorem-C.9-proof-submultiplicative statement *)
Theorem spectral_norm_of_product :
  forall (m k n : nat) (A B : matrix) (S T U : R),
  is_spectral_norm k n A S -> is_spectral_norm m k B T ->
  is_spectral_norm m n (product k A B) U -> U <= S * T.
Proof. exact spectral_norm_product_le. Qed.

(** claim: theorem-C.9-proof-simplification statement *)
Theorem eigenvalue_along_radius :
  forall s r : R, 0 < r < 4 * s ->
  - / (r * (4 * s - r)) + (4 * s - 2 * r) / (r * (4 * s - r) ^ 2) = - / (4 * s - r) ^ 2.
Proof. exact eigenvalue_simplified. Qed.

(** `step_matrix n s t y` is I + tH. *)
(** claim: theorem-C.9-proof-norm refutation *)
Theorem norm_of_step_matrix_false :
  ~ forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
    0 < r < 2 * s -> 0 < t < (4 * s - r) ^ 2 ->
    is_spectral_norm n n (step_matrix n s t (sub x c)) (1 - t / (4 * s - r) ^ 2).
Proof. exact step_matrix_norm_false. Qed.

(** claim: theorem-C.9-proof-norm corrected *)
Theorem norm_of_step_matrix :
  forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
  let A := step_matrix n s t (sub x c) in
  (2 <= n)%nat -> 0 < r < 4 * s -> 0 < t ->
  is_spectral_norm n n A
    (Rmax (Rabs (1 - t / (4 * s - r) ^ 2)) (Rabs (1 - t / (r * (4 * s - r)))))
  /\ (is_spectral_norm n n A (1 - t / (4 * s - r) ^ 2)
      <-> r <= 2 * s /\ t <= r * (4 * s - r) ^ 2 / (2 * s)).
Proof. exact step_matrix_norm. Qed.

(** claim: theorem-C.9-proof-positive-definite refutation *)
Theorem step_matrix_positive_definite_false :
  ~ forall (n : nat) (s t : R) (c x v : vector), let r := norm n (sub x c) in
    0 < r < 2 * s -> 0 < t < (4 * s - r) ^ 2 -> 0 < norm n v ->
    0 < dot n v (image n (step_matrix n s t (sub x c)) v).
Proof. exact step_matrix_definite_false. Qed.

(** claim: theorem-C.9-proof-positive-definite corrected *)
Theorem step_matrix_semidefinite_iff :
  forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
  (2 <= n)%nat -> 0 < r <= 2 * s -> 0 < t ->
  ((forall v, 0 <= dot n v (image n (step_matrix n s t (sub x c)) v)) <-> t <= r * (4 * s - r))
  /\ r * (4 * s - r) <= (4 * s - r) ^ 2 /\ r * (4 * s - r) <= 4 * s * r.
Proof. exact step_matrix_semidefinite. Qed.

End CollapseProof.

(** * Appendices G and H *)

Section AppendixG.
Import EuclideanSpace Gradients Divergences OptimalDiscriminator.
Import Collapse CollapseField CollapseDrop LinearField DualityGap GaussianLengths
  ToyDiscriminator.

(** claim: figure-11 refutation *)
Theorem optimal_values_at_most_half_false :
  ~ forall (p q : nat -> R),
    (forall i, (i < 3)%nat -> 0 < p i /\ 0 < q i) -> sum 3 p = 1 -> sum 3 q = 1 ->
    (exists i, (i < 3)%nat /\ p i <> q i) ->
    forall i, (i < 3)%nat -> optimal (p i) (q i) <= 1 / 2.
Proof. exact optimal_values_false. Qed.

(** Any number of regions. *)
(** claim: figure-11 corrected *)
Theorem mean_of_inverse_optimal_values :
  forall (N : nat) (p q : nat -> R),
  (forall i, (i < N)%nat -> 0 < p i /\ 0 < q i) -> sum N p = 1 -> sum N q = 1 ->
  sum N (fun i => p i * / optimal (p i) (q i)) = 2
  /\ ((exists i, (i < N)%nat /\ optimal (p i) (q i) < 1 / 2) ->
   exists i, (i < N)%nat /\ 1 / 2 < optimal (p i) (q i)).
Proof. exact mean_inverse_optimal. Qed.

(** `mixture v 1` has the modes (±1, ±1) and the variance v; σ² = 1/80. *)
(** claim: appendix-G.1-linear refutation *)
Theorem toy_discriminator_near_line_false :
  ~ forall v x y : R, 1 / 80 <= v <= 16 * (1 / 80) ->
    let r := sqrt ((x - 1) ^ 2 + (y - 1) ^ 2) in
    r <= 4 * sqrt (1 / 80) ->
    Rabs (optimal (mixture (1 / 80) 1 x y) (mixture v 1 x y)
      - (1 / 2 - r / (8 * sqrt (1 / 80)))) <= 1 / 10.
Proof. exact toy_discriminator_linear_false. Qed.

(** That d is flat at the mode, and its value there, is not proved here. *)
(** claim: appendix-G.1-linear corrected-step *)
Theorem toy_discriminator_away_from_line :
  forall v : R, 1 / 80 <= v <= 16 * (1 / 80) ->
  exists x y, let r := sqrt ((x - 1) ^ 2 + (y - 1) ^ 2) in
  r <= 4 * sqrt (1 / 80)
  /\ 0.19 <= Rabs (optimal (mixture (1 / 80) 1 x y) (mixture v 1 x y)
    - (1 / 2 - r / (8 * sqrt (1 / 80)))).
Proof. exact toy_away_from_line. Qed.

(** Even dimensions n = 2(k + 1): `length_density k` is the density of ‖ξ‖ there, by polar
    coordinates. The limit for b → ∞ would be the expected length of the scaled noise. *)
(** claim: appendix-G.1-noise-scale refutation *)
Theorem expected_length_with_printed_scale_false :
  forall (k : nat) (s : R), 0 < s ->
  ~ is_lim (fun b => RInt (fun r => 4 * s / (2 * INR (S k)) * (r * length_density k r)) 0 b)
    p_infty (Finite (4 * s)).
Proof. exact mean_with_printed_scale_false. Qed.

(** The upper bound, in even dimensions. *)
(** claim: appendix-G.1-noise-scale corrected-step *)
Theorem expected_length_with_root_scale_le :
  forall (k : nat) (s L : R), 0 < s ->
  is_lim (fun b => RInt (fun r => 4 * s / sqrt (2 * INR (S k)) * (r * length_density k r)) 0 b)
    p_infty (Finite L) -> L <= 4 * s.
Proof. exact mean_with_root_scale_le. Qed.

(** claim: figure-13 statement *)
Theorem arrows_pass_through_centre :
  forall (n : nat) (s : R) (c x : vector),
  0 < s -> s ^ 2 = 125 / 10000 -> 0 < norm n (sub x c) < 4 * s ->
  norm n (sub x c) <= norm n (linear_field n s c x) / 10.
Proof. exact arrows_of_figure. Qed.

(** claim: figure-13 sharpened *)
Theorem arrows_end_beyond_centre :
  forall (n : nat) (s : R) (c x : vector),
  0 < s -> s ^ 2 = 125 / 10000 -> 0 < norm n (sub x c) < 4 * s ->
  (forall k, 1 / 20 <= k -> norm n (sub x c) <= k * norm n (linear_field n s c x))
  /\ 4 * s ^ 2 = 1 / 20
  /\ / (4 * s) <= norm n (linear_field n s c x) - norm n (sub x c)
  /\ 4 * s < / (4 * s) /\ 2.23 < / (4 * s).
Proof. exact arrows_beyond. Qed.

(** claim: appendix-G.3-spike refutation *)
Theorem field_rises_with_drop_false :
  ~ forall (n : nat) (s t : R) (c x : vector), let r := norm n (sub x c) in
    0 < r <= 2 * s -> 0 < t <= r * (4 * s - r) ^ 2 / (2 * s) ->
    norm n (linear_field n s c x) <= norm n (linear_field n s c (stepped n s c t x)).
Proof. exact field_after_step_false. Qed.

(** Where the particle lands in the ball and not on the mode. *)
(** claim: appendix-G.3-spike corrected *)
Theorem field_after_step_compared :
  forall (n : nat) (s t : R) (c x : vector),
  let r := norm n (sub x c) in
  let r' := norm n (sub (stepped n s c t x) c) in
  0 < r < 4 * s -> 0 < t -> 0 < r' < 4 * s ->
  (norm n (linear_field n s c (stepped n s c t x)) < norm n (linear_field n s c x)
   <-> t < 2 * r * (4 * s - r))
  /\ (norm n (linear_field n s c x) < norm n (linear_field n s c (stepped n s c t x))
   <-> 2 * r * (4 * s - r) < t).
Proof. exact field_after_step. Qed.

(** Any number of points; `gap_at_most n p q d G` says that the gap of q and d is at most G. *)
(** claim: appendix-G.5-gap statement *)
Theorem duality_gap_nonneg :
  forall (n : nat) (p q d : nat -> R) (G : R), shares n q -> gap_at_most n p q d G -> 0 <= G.
Proof. exact gap_nonneg. Qed.

(** m = 2, whatever d is; the optimal d is 1 at the second mode, where the gap is infinite. *)
(** claim: appendix-G.5-collapse refutation *)
Theorem duality_gap_small_after_collapse_false :
  forall d : nat -> R, ~ gap_at_most 2 (two_points (1 / 2) (1 / 2)) (two_points 1 0) d (1 / 10).
Proof. exact gap_after_collapse_false. Qed.

(** `tenth` has ten modes of equal mass, `first_only` has all mass at the first. *)
(** claim: appendix-G.5-collapse corrected *)
Theorem duality_gap_exceeds_jensen_shannon :
  (forall (n : nat) (p q d : nat -> R) (G : R),
   distribution n p -> shares n q -> gap_at_most n p q d G ->
   twice_jensen_shannon n p q <= G
   /\ ((exists i, (i < n)%nat /\ p i <> q i) -> 0 < twice_jensen_shannon n p q))
  /\ 1.05 <= twice_jensen_shannon 10 tenth first_only.
Proof. exact gap_exceeds_divergence. Qed.

(** claim: appendix-G.5-collapse sharpened *)
Theorem duality_gap_attained :
  forall (n : nat) (p q d : nat -> R) (G : R), distribution n p -> shares n q ->
  (gap_at_most n p q d G -> 0 <= G)
  /\ gap_at_most n p p (fun _ => 1 / 2) 0 /\ twice_jensen_shannon n p p = 0.
Proof. exact gap_attained. Qed.

(** claim: figure-18-trend refutation *)
Theorem opposed_trends_similar_false :
  ~ forall x y : nat -> R, rises x -> rises (fun i => - y i) -> 0 <= covariance x y.
Proof. exact similar_trends_false. Qed.

(** claim: figure-18-trend corrected *)
Theorem opposed_trends_covariance :
  forall x y : nat -> R, rises x -> rises (fun i => - y i) -> covariance x y < 0.
Proof. exact covariance_of_opposed. Qed.

(** Any number of real and generated points: d on real ones, e on generated ones. *)
(** claim: appendix-G.6-losses statement *)
Theorem generator_loss_bound :
  forall (m n : nat) (a b d e : nat -> R), shares m a -> shares n b -> proper m d -> proper n e ->
  ln (1 / discriminator_loss m n a b d e) <= generator_loss n b e.
Proof. exact generator_loss_ge. Qed.

(** claim: appendix-G.6-losses sharpened *)
Theorem losses_not_both_small :
  forall (m n : nat) (a b : nat -> R), shares m a -> shares n b ->
  (forall d e, proper m d -> proper n e ->
   exp (- discriminator_loss m n a b d e) + exp (- generator_loss n b e) <= 1)
  /\ (forall d e, 0 < d < 1 -> 0 < e < 1 ->
   exp (- discriminator_loss m n a b (fun _ => d) (fun _ => e))
     + exp (- generator_loss n b (fun _ => e)) = d * (1 - e) + e).
Proof.
  exact (fun m n a b a_is b_is => conj (fun d e => losses_sum_le m n a b d e a_is b_is)
    (fun d e => losses_of_constants m n a b d e a_is b_is)).
Qed.

(** claim: appendix-G.6-losses generalised *)
Theorem losses_of_equilibrium :
  forall (m n : nat) (a b : nat -> R), shares m a -> shares n b ->
  discriminator_loss m n a b (fun _ => 1 / 2) (fun _ => 1 / 2) = 2 * ln 2
  /\ generator_loss n b (fun _ => 1 / 2) = ln 2 /\ 0 < ln 2.
Proof. exact losses_at_equilibrium. Qed.

End AppendixG.

Section AppendixH.
Import EuclideanSpace Gradients Convexity Divergences OtherDivergences DivergenceSteps.

(** Distributions on any number of points. *)
(** claim: appendix-H-divergence refutation *)
Theorem printed_divergence_nonneg_false :
  ~ forall (n : nat) (f : R -> R) (p q : nat -> R),
    convex_on_positive f -> f 1 = 0 -> distribution n p -> distribution n q ->
    0 <= sum n (fun i => p i * f (p i / q i)).
Proof. exact printed_divergence_false. Qed.

(** claim: appendix-H-divergence corrected *)
Theorem corrected_divergence_nonneg :
  forall (n : nat) (f : R -> R) (p q : nat -> R),
  convex_on_positive f -> f 1 = 0 -> distribution n p -> distribution n q ->
  0 <= sum n (fun i => q i * f (p i / q i)).
Proof. exact divergence_nonneg. Qed.

(** claim: appendix-H-divergence sharpened *)
Theorem printed_divergence_is_minus_entropy :
  forall (n : nat) (p q : nat -> R), distribution n p -> distribution n q ->
  sum n (fun i => p i * - ln (p i / q i)) = - sum n (fun i => p i * ln (p i / q i))
  /\ sum n (fun i => p i * - ln (p i / q i)) <= 0.
Proof. exact printed_divergence_of_minus_ln. Qed.

(** T is g_f(V) and C is f*(T), point by point. *)
(** claim: appendix-H-variational-bound refutation *)
Theorem variational_bound_of_printed_false :
  ~ forall (n : nat) (f : R -> R) (p q T C : nat -> R),
    convex_on_positive f -> distribution n p -> distribution n q ->
    (forall i, (i < n)%nat -> is_conjugate f (T i) (C i)) ->
    variational n p q T C <= sum n (fun i => p i * f (p i / q i)).
Proof. exact variational_of_printed_false. Qed.

(** claim: appendix-H-variational-bound corrected *)
Theorem variational_bound_attained :
  forall (n : nat) (f f1 : R -> R) (p q : nat -> R),
  convex_on_positive f -> (forall u, 0 < u -> is_derive f u (f1 u)) ->
  distribution n p -> distribution n q ->
  (forall T C, (forall i, (i < n)%nat -> is_conjugate f (T i) (C i)) ->
   variational n p q T C <= sum n (fun i => q i * f (p i / q i)))
  /\ exists C, (forall i, (i < n)%nat -> is_conjugate f (f1 (p i / q i)) (C i))
   /\ variational n p q (fun i => f1 (p i / q i)) C = sum n (fun i => q i * f (p i / q i)).
Proof. exact variational_attained. Qed.

(** D is one of the six usual divergences, `activation D` its g_f. *)
(** claim: appendix-H-update statement *)
Theorem gradient_of_activation :
  forall (D : usual) (n : nat) (V : vector -> R) (x G : vector), is_gradient n V x G ->
  is_gradient n (fun y => activation D (V y)) x (scale (Derive (activation D) (V x)) G).
Proof. exact is_gradient_activation. Qed.

(** `curvature D` is the table of f″, by the second part; `generator D` is f. *)
(** claim: appendix-H-update sharpened *)
Theorem field_at_optimal_output :
  forall (D : usual) (n : nat) (r : vector -> R) (x G : vector),
  (forall y, 0 < r y) -> is_gradient n r x G ->
  let V y := optimal_output D (r y) in
  is_gradient n (fun y => activation D (V y)) x (scale (curvature D (r x)) G)
  /\ (forall u, 0 < u ->
     is_derive (generator D) u (slope D u) /\ is_derive (slope D) u (curvature D u)).
Proof. exact field_of_optimal_output. Qed.

(** -∇(h(r) - r h′(r)) is the steepest descent of D_h. It is f″(r)∇r, the field of D, for any h with
    h″ = f″/r; for h = f it is r f″(r)∇r, another field wherever r is not 1. h = -log for KL, and
    appendix B's f for the vanilla GAN. *)
(** claim: appendix-H-update generalised *)
Theorem field_is_descent_of_other_divergence :
  forall (D : usual) (n : nat) (r : vector -> R) (x G : vector),
  0 < r x -> is_gradient n r x G ->
  (forall h h1 : R -> R, is_derive h (r x) (h1 (r x)) ->
   is_derive h1 (r x) (curvature D (r x) / r x) ->
   is_gradient n (fun y => - (h (r y) - r y * h1 (r y))) x (scale (curvature D (r x)) G))
  /\ is_gradient n (fun y => - (generator D (r y) - r y * slope D (r y))) x
       (scale (r x * curvature D (r x)) G)
  /\ (r x <> 1 -> r x * curvature D (r x) <> curvature D (r x))
  /\ is_gradient n (fun y => - (- ln (r y) - r y * - / r y)) x
    (scale (curvature kullback_leibler (r x)) G)
  /\ is_gradient n (fun y => - (nsgan_f (r y) - r y * nsgan_f1 (r y))) x
    (scale (curvature vanilla (r x)) G).
Proof. exact field_descends_other. Qed.

(** claim: appendix-H-nonsaturating statement *)
Theorem vanilla_field_is_nonsaturating :
  forall (n : nat) (r : vector -> R) (x G : vector), (forall y, 0 < r y) -> is_gradient n r x G ->
  let V y := optimal_output vanilla (r y) in
  is_gradient n (fun y => activation vanilla (V y)) x (scale (/ (r x * (1 + r x))) G)
  /\ is_gradient n (fun y => ln (r y / (1 + r y))) x (scale (/ (r x * (1 + r x))) G).
Proof. exact vanilla_field. Qed.

(** k = 1, k_* = 2, n = 1 and a step of 1: KL leads to 7/4, the NSGAN to 3/2. *)
(** claim: appendix-H-theorems refutation *)
Theorem single_mode_step_independent_false :
  ~ forall (D : usual) (n : nat) (k m s : R),
    0 < k -> 0 < m -> k <> m -> 0 < s -> (1 <= n)%nat ->
    single_mode_step D n k m s = single_mode_step vanilla n k m s.
Proof. exact step_depends_on_divergence. Qed.

(** m is k_*, `curvature D` is f″; that Theorem 3.4 has no discriminator in it is seen from its
    text. *)
(** claim: appendix-H-theorems corrected *)
Theorem single_mode_step_of_divergence :
  forall (n : nat) (k m s : R), 0 < k -> 0 < m ->
  (forall D, single_mode_step D n k m s
   = k + s * k * ((1 / k ^ 2 - 1 / m ^ 2) * ((k / m) ^ n * curvature D ((k / m) ^ n))))
  /\ single_mode_step vanilla n k m s
   = k + s * k * ((1 / k ^ 2 - 1 / m ^ 2) * / (1 + (k / m) ^ n)).
Proof.
  exact (fun n k m s k_pos m_pos => conj (fun D => single_mode_step_eq D n k m s k_pos m_pos)
    (nonsaturating_step n k m s k_pos m_pos)).
Qed.

End AppendixH.
