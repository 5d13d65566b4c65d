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
From Steepness Require Import Steepness SteepnessEvolution ModeMixture Collapse ParticleModel.
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
