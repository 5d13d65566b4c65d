(** One particle step under the locally linear discriminator, and what it does to lengths. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

(** d = 1/2 - r/(8s) at distance r from the mode. *)
Definition discriminator (s r : R) : R := 1 / 2 - r / (8 * s).

(** The eigenvalues of I + tH, H the Hessian of log d at distance r: along the radius and across. *)
Definition radial (s r t : R) : R := 1 - t / (4 * s - r) ^ 2.
Definition tangential (s r t : R) : R := 1 - t / (r * (4 * s - r)).

(** Distance from the mode, which is the origin here. *)
Definition distance (x y : R) : R := sqrt (x ^ 2 + y ^ 2).

(** The updated particle: (x, y) + t ∇ log d(x, y). *)
Definition step_x (s t x y : R) : R :=
  x - t * x / (distance x y * (4 * s - distance x y)).
Definition step_y (s t x y : R) : R :=
  y - t * y / (distance x y * (4 * s - distance x y)).

Lemma distance_on_axis r : 0 < r -> distance r 0 = r.
Proof.
  intros; unfold distance; replace (r ^ 2 + 0 ^ 2) with (Rsqr r) by (unfold Rsqr; ring).
  apply sqrt_Rsqr; lra.
Qed.

Lemma is_derive_distance_x (x y : R) :
  0 < x ^ 2 + y ^ 2 -> is_derive (fun u => distance u y) x (x / distance x y).
Proof.
  intros away; unfold distance; auto_derive; [simpl in away; lra |].
  replace (x * (x * 1) + y * (y * 1)) with (x ^ 2 + y ^ 2) by ring.
  field; apply Rgt_not_eq, sqrt_lt_R0, away.
Qed.

Lemma is_derive_distance_y (x y : R) :
  0 < x ^ 2 + y ^ 2 -> is_derive (fun u => distance x u) y (y / distance x y).
Proof.
  intros away; unfold distance; auto_derive; [simpl in away; lra |].
  replace (x * (x * 1) + y * (y * 1)) with (x ^ 2 + y ^ 2) by ring.
  field; apply Rgt_not_eq, sqrt_lt_R0, away.
Qed.

(** The step follows the gradient of log d. *)
Lemma is_derive_log_discriminator (s x y : R) :
  0 < distance x y < 4 * s ->
  is_derive (fun u => ln (discriminator s (distance u y))) x
    (- x / (distance x y * (4 * s - distance x y)))
  /\ is_derive (fun u => ln (discriminator s (distance x u))) y
    (- y / (distance x y * (4 * s - distance x y))).
Proof.
  intros inside.
  assert (away : 0 < x ^ 2 + y ^ 2).
  { apply Rnot_le_lt; intros none; unfold distance in inside.
    rewrite sqrt_neg_0 in inside by exact none; lra. }
  assert (outer : is_derive (fun r => ln (discriminator s r)) (distance x y)
    (- / (4 * s - distance x y))).
  { assert (positive : 0 < 1 / 2 - distance x y / (8 * s)).
    { replace (1 / 2 - distance x y / (8 * s)) with ((4 * s - distance x y) / (8 * s))
        by (field; lra).
      apply Rdiv_lt_0_compat; lra. }
    unfold discriminator; auto_derive; [exact positive | field; lra]. }
  split; evar_last;
    [ apply (is_derive_comp (fun r => ln (discriminator s r)) (fun u => distance u y));
      [exact outer | now apply is_derive_distance_x]
    | change (x / distance x y * - / (4 * s - distance x y)
        = - x / (distance x y * (4 * s - distance x y))); field; lra
    | apply (is_derive_comp (fun r => ln (discriminator s r)) (fun u => distance x u));
      [exact outer | now apply is_derive_distance_y]
    | change (y / distance x y * - / (4 * s - distance x y)
        = - y / (distance x y * (4 * s - distance x y))); field; lra ].
Qed.

(** The Jacobian of the step at (x, y): radial on the line to the mode, tangential across it. *)
Section Jacobian.

Variables s t x y : R.
Let r := distance x y.
Let e := x / r.
Let f := y / r.
Let along := radial s r t.
Let across := tangential s r t.

Definition jacobian_xx := along * e ^ 2 + across * f ^ 2.
Definition jacobian_xy := (along - across) * e * f.
Definition jacobian_yy := along * f ^ 2 + across * e ^ 2.

Hypothesis inside : 0 < r < 4 * s.

Lemma distance_squared : r ^ 2 = x ^ 2 + y ^ 2.
Proof. unfold r, distance; rewrite pow2_sqrt; nra. Qed.

Lemma squares_pos : 0 < x ^ 2 + y ^ 2.
Proof. rewrite <- distance_squared; apply pow_lt; lra. Qed.

Lemma unit_circle : e ^ 2 + f ^ 2 = 1.
Proof.
  unfold e, f; replace ((x / r) ^ 2 + (y / r) ^ 2) with ((x ^ 2 + y ^ 2) / r ^ 2) by (field; lra).
  rewrite <- distance_squared; field; lra.
Qed.

Lemma derive_distance_x : Derive (fun u => distance u y) x = x / r.
Proof. apply is_derive_unique, is_derive_distance_x, squares_pos. Qed.

Lemma derive_distance_y : Derive (fun u => distance x u) y = y / r.
Proof. apply is_derive_unique, is_derive_distance_y, squares_pos. Qed.

Ltac derive_step rule value :=
  evar_last;
  [ unfold step_x, step_y; auto_derive;
    [ repeat split;
      try (eexists; apply rule, squares_pos);
      fold r; apply Rmult_integral_contrapositive; lra
    | reflexivity ]
  | rewrite value; fold r ].

Lemma is_derive_step_x_x : is_derive (fun u => step_x s t u y) x jacobian_xx.
Proof.
  derive_step is_derive_distance_x derive_distance_x; unfold jacobian_xx.
  replace (f ^ 2) with (1 - e ^ 2) by (generalize unit_circle; lra).
  unfold along, across, radial, tangential, e; field; lra.
Qed.

Lemma is_derive_step_y_y : is_derive (fun u => step_y s t x u) y jacobian_yy.
Proof.
  derive_step is_derive_distance_y derive_distance_y; unfold jacobian_yy.
  replace (e ^ 2) with (1 - f ^ 2) by (generalize unit_circle; lra).
  unfold along, across, radial, tangential, f; field; lra.
Qed.

Lemma is_derive_step_x_y : is_derive (fun u => step_x s t x u) y jacobian_xy.
Proof.
  derive_step is_derive_distance_y derive_distance_y;
    unfold jacobian_xy, along, across, radial, tangential, e, f; field; lra.
Qed.

Lemma is_derive_step_y_x : is_derive (fun u => step_y s t u y) x jacobian_xy.
Proof.
  derive_step is_derive_distance_x derive_distance_x;
    unfold jacobian_xy, along, across, radial, tangential, e, f; field; lra.
Qed.

(** The length of a tangent vector after the step. *)
Definition stepped_length (v w : R) : R :=
  distance (jacobian_xx * v + jacobian_xy * w) (jacobian_xy * v + jacobian_yy * w).

Lemma stepped_length_eq v w :
  stepped_length v w = sqrt ((along * (e * v + f * w)) ^ 2 + (across * (e * w - f * v)) ^ 2).
Proof.
  unfold stepped_length, distance; f_equal; unfold jacobian_xx, jacobian_xy, jacobian_yy.
  generalize unit_circle; intros circle.
  transitivity ((e ^ 2 + f ^ 2) * ((along * (e * v + f * w)) ^ 2 + (across * (e * w - f * v)) ^ 2));
    [ring | rewrite circle; ring].
Qed.

Lemma stepped_length_le v w :
  Rabs across <= along -> stepped_length v w <= along * distance v w.
Proof.
  intros bound; rewrite stepped_length_eq.
  assert (along_nonneg : 0 <= along) by (generalize (Rabs_pos across); lra).
  rewrite <- (sqrt_pow2 along) at 2 by assumption.
  unfold distance; rewrite <- sqrt_mult by nra; apply sqrt_le_1_alt.
  assert (squares : across ^ 2 <= along ^ 2).
  { rewrite <- (pow2_abs across); apply pow_incr; split; auto using Rabs_pos. }
  replace (v ^ 2 + w ^ 2) with ((e * v + f * w) ^ 2 + (e * w - f * v) ^ 2).
  - rewrite !Rpow_mult_distr; assert (0 <= (e * w - f * v) ^ 2) by apply pow2_ge_0; nra.
  - transitivity ((e ^ 2 + f ^ 2) * (v ^ 2 + w ^ 2)); [ring | rewrite unit_circle; ring].
Qed.

(** The bound is attained: by [e, f] along the radius, and by [-f, e] across it. *)
Lemma stepped_length_across : stepped_length (- f) e = Rabs across.
Proof.
  rewrite stepped_length_eq, <- (sqrt_Rsqr_abs across); f_equal; unfold Rsqr.
  transitivity ((across * (e ^ 2 + f ^ 2)) ^ 2); [ring | rewrite unit_circle; ring].
Qed.

Lemma length_across : distance (- f) e = 1.
Proof.
  unfold distance; replace ((- f) ^ 2 + e ^ 2) with 1 by (rewrite <- unit_circle; ring).
  apply sqrt_1.
Qed.

End Jacobian.

(** ** The printed bound and the step sizes for which it holds *)

Lemma tangential_le_radial_of_step_le s r t :
  0 < r <= 2 * s -> 0 < t < (4 * s - r) ^ 2 ->
  (Rabs (tangential s r t) <= radial s r t <-> t <= r * (4 * s - r) ^ 2 / (2 * s)).
Proof.
  intros [away near] [forward short].
  unfold tangential, radial; set (u := 4 * s - r) in *.
  assert (u_pos : 0 < u) by (unfold u; lra).
  assert (r_le_u : r <= u) by (unfold u; lra).
  assert (s_eq : s = (u + r) / 4) by (unfold u; lra).
  assert (u2_pos : 0 < u ^ 2) by now apply pow_lt.
  assert (ru_pos : 0 < r * u) by now apply Rmult_lt_0_compat.
  assert (order : t / u ^ 2 <= t / (r * u)).
  { apply Rmult_le_compat_l; [lra |]; apply Rinv_le_contravar; nra. }
  assert (total : t / (r * u) + t / u ^ 2 = 2 * (t / (r * u ^ 2 / (2 * s)))).
  { rewrite s_eq; field; lra. }
  assert (limit_pos : 0 < r * u ^ 2 / (2 * s)).
  { apply Rdiv_lt_0_compat; [now apply Rmult_lt_0_compat | lra]. }
  split.
  - intros bound; apply Rabs_le_between in bound.
    apply Rmult_le_reg_r with (/ (r * u ^ 2 / (2 * s))); [now apply Rinv_0_lt_compat |].
    rewrite Rinv_r by lra; unfold Rdiv in *; lra.
  - intros small; apply Rabs_le.
    assert (t / (r * u ^ 2 / (2 * s)) <= 1).
    { apply Rmult_le_reg_r with (r * u ^ 2 / (2 * s)); [assumption |].
      unfold Rdiv at 1; rewrite Rmult_assoc, Rinv_l by lra; lra. }
    lra.
Qed.

(** The printed condition t < (4s - r)² alone does not do: s = 1, r = 1/10, t = 1. *)
Lemma printed_step_condition_false :
  0 < 1 / 10 < 2 * 1 /\ 0 < 1 < (4 * 1 - 1 / 10) ^ 2
  /\ radial 1 (1 / 10) 1 < Rabs (tangential 1 (1 / 10) 1).
Proof.
  unfold radial, tangential; repeat split; try lra.
  rewrite <- Rabs_Ropp, Rabs_pos_eq; lra.
Qed.

(** Nor does any step size that is small enough for all points of the ball at once. *)
Lemma no_uniform_step s t :
  0 < s -> 0 < t ->
  exists r, 0 < r < 2 * s /\ radial s r t < Rabs (tangential s r t).
Proof.
  intros spread forward.
  set (r := Rmin s (t / (8 * s))).
  assert (r_pos : 0 < r) by (apply Rmin_glb_lt; [| apply Rdiv_lt_0_compat]; lra).
  assert (r_le_s : r <= s) by apply Rmin_l.
  assert (r_le_t : r * (8 * s) <= t).
  { apply Rle_trans with (t / (8 * s) * (8 * s)).
    - apply Rmult_le_compat_r; [lra | apply Rmin_r].
    - right; field; lra. }
  exists r; split; [lra |]; unfold radial, tangential.
  assert (ru_pos : 0 < r * (4 * s - r)) by (apply Rmult_lt_0_compat; lra).
  assert (ru_small : 2 * (r * (4 * s - r)) < t) by nra.
  assert (big : 2 < t / (r * (4 * s - r))).
  { apply Rmult_lt_reg_r with (r * (4 * s - r)); [assumption |].
    unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra. }
  assert (0 < t / (4 * s - r) ^ 2) by (apply Rdiv_lt_0_compat; [| apply pow_lt]; lra).
  rewrite <- Rabs_Ropp, Rabs_pos_eq; lra.
Qed.

(** ** Steepness in the plane: K bounds how much the generator's Jacobian [a b; c d] stretches *)

Lemma steepness_le_of_step_le s t x y a b c d K :
  let r := distance x y in
  0 < r <= 2 * s -> 0 < t < (4 * s - r) ^ 2 -> t <= r * (4 * s - r) ^ 2 / (2 * s) ->
  (forall v w, distance (a * v + b * w) (c * v + d * w) <= K * distance v w) ->
  forall v w, stepped_length s t x y (a * v + b * w) (c * v + d * w)
    <= radial s r t * K * distance v w.
Proof.
  intros r near short small stretch v w.
  assert (bound : Rabs (tangential s r t) <= radial s r t)
    by now apply tangential_le_radial_of_step_le.
  apply Rle_trans with (1 := stepped_length_le s t x y ltac:(fold r; lra) _ _ bound).
  rewrite Rmult_assoc; apply Rmult_le_compat_l; [| apply stretch].
  fold r; generalize (Rabs_pos (tangential s r t)); lra.
Qed.

Lemma steepness_exceeds_at s t r :
  0 < r < 4 * s -> radial s r t < Rabs (tangential s r t) ->
  exists v w, radial s (distance r 0) t * distance v w < stepped_length s t r 0 v w.
Proof.
  intros inside more; assert (on_axis := distance_on_axis r (proj1 inside)).
  exists (- (0 / distance r 0)), (r / distance r 0).
  rewrite (stepped_length_across s t r 0), (length_across s r 0) by (rewrite on_axis; lra).
  rewrite on_axis; lra.
Qed.

(** ** The eigenvectors: [x, y] and [-y, x] *)
Lemma jacobian_eigenvectors s t x y :
  0 < distance x y < 4 * s ->
  let along := radial s (distance x y) t in
  let across := tangential s (distance x y) t in
  (jacobian_xx s t x y * x + jacobian_xy s t x y * y = along * x
   /\ jacobian_xy s t x y * x + jacobian_yy s t x y * y = along * y)
  /\ (jacobian_xx s t x y * - y + jacobian_xy s t x y * x = across * - y
   /\ jacobian_xy s t x y * - y + jacobian_yy s t x y * x = across * x).
Proof.
  intros inside along across.
  generalize (unit_circle s x y inside); unfold jacobian_xx, jacobian_xy, jacobian_yy.
  cbv zeta; fold along across; clearbody along across.
  assert (x_eq : x = x / distance x y * distance x y) by (field; lra).
  assert (y_eq : y = y / distance x y * distance x y) by (field; lra).
  revert x_eq y_eq; generalize (x / distance x y) (y / distance x y); intros e f.
  generalize (distance x y); intros r x_eq y_eq circle; rewrite x_eq, y_eq; repeat split.
  - transitivity ((e ^ 2 + f ^ 2) * (along * (e * r))); [ring | rewrite circle; ring].
  - transitivity ((e ^ 2 + f ^ 2) * (along * (f * r))); [ring | rewrite circle; ring].
  - transitivity ((e ^ 2 + f ^ 2) * (across * - (f * r))); [ring | rewrite circle; ring].
  - transitivity ((e ^ 2 + f ^ 2) * (across * (e * r))); [ring | rewrite circle; ring].
Qed.

Lemma step_jacobian s t x y :
  0 < distance x y < 4 * s ->
  is_derive (fun u => step_x s t u y) x (jacobian_xx s t x y)
  /\ is_derive (fun u => step_x s t x u) y (jacobian_xy s t x y)
  /\ is_derive (fun u => step_y s t u y) x (jacobian_xy s t x y)
  /\ is_derive (fun u => step_y s t x u) y (jacobian_yy s t x y).
Proof.
  auto using is_derive_step_x_x, is_derive_step_x_y, is_derive_step_y_x, is_derive_step_y_y.
Qed.

Lemma printed_bound_false :
  exists v w, radial 1 (distance (1 / 10) 0) 1 * distance v w < stepped_length 1 1 (1 / 10) 0 v w.
Proof. apply steepness_exceeds_at; [lra | apply printed_step_condition_false]. Qed.

Lemma printed_bound_false_for_every_step s t :
  0 < s -> 0 < t < (2 * s) ^ 2 ->
  exists r, 0 < r < 2 * s /\ t < (4 * s - r) ^ 2
  /\ exists v w, radial s (distance r 0) t * distance v w < stepped_length s t r 0 v w.
Proof.
  intros spread short; destruct (no_uniform_step s t) as [r [inside more]]; try lra.
  exists r; repeat split; try lra; [nra | apply steepness_exceeds_at; lra].
Qed.

Lemma printed_conditions_met : 0 < 1 / 10 < 2 * 1 /\ 0 < 1 < (4 * 1 - 1 / 10) ^ 2.
Proof. lra. Qed.
