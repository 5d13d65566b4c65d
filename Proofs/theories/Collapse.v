(** The locally linear discriminator of Assumption 4.1 in ℝⁿ: its gradient, the field ∇d/d, and the
    Jacobian of the field, which is the Hessian of log d. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients Missing.SpectralNorm.
From Steepness Require Import Missing.AxialMatrix.
Open Scope R_scope.

(** The distance |x - c| of the particle x from the mode c. *)
Definition distance (n : nat) (x c : vector) : R := norm n (sub x c).

(** d = 1/2 - |x - c|/(8s) around the mode c, s the standard deviation of the mode. *)
Definition linear_discriminator (n : nat) (s : R) (c x : vector) : R :=
  1 / 2 - distance n x c / (8 * s).

(** The field of a radial d = exp(f(|x - c|)), which is f'(r)/r (x - c); f1 is f'. *)
Definition radial_field (n : nat) (f1 : R -> R) (c x : vector) : vector :=
  scale (f1 (distance n x c) / distance n x c) (sub x c).

(** The field of the linear discriminator, -(x - c)/(r(4s - r)). *)
Definition linear_field (n : nat) (s : R) (c x : vector) : vector :=
  scale (- / (distance n x c * (4 * s - distance n x c))) (sub x c).

(** The Hessian of log d as the proof of Theorem C.9 prints it, y being x - c. *)
Definition printed_hessian (n : nat) (s : R) (y : vector) : matrix :=
  fun i j =>
    let r := norm n y in
    - identity i j / (r * (4 * s - r)) + y i * y j / (r ^ 3 * (4 * s - r))
      - y i * y j / (r ^ 2 * (4 * s - r) ^ 2).

(** ** Radial functions *)

Section Radial.

Variables (n : nat) (c x : vector).
Hypothesis away : 0 < distance n x c.

Lemma is_gradient_radial (f : R -> R) (f' : R) :
  is_derive f (distance n x c) f' ->
  is_gradient n (fun y => f (distance n y c)) x (scale (f' / distance n x c) (sub x c)).
Proof.
  intros f_is.
  apply (is_gradient_ext _ _ _ (scale f' (scale (/ distance n x c) (sub x c)))).
  - intros i _; unfold scale, Rdiv; ring.
  - apply (is_gradient_comp_line n x f (fun y => distance n y c)); [assumption |].
    now apply is_gradient_distance.
Qed.

(** The Jacobian of the field: f'' along the radius, f'/r across it. *)
Lemma is_jacobian_radial (f1 : R -> R) (f2 : R) :
  is_derive f1 (distance n x c) f2 ->
  is_jacobian n n (radial_field n f1 c) x
    (axial n (sub x c) f2 (f1 (distance n x c) / distance n x c)).
Proof.
  intros f1_is i row; unfold radial_field.
  assert (quotient : is_derive (fun u => f1 u / u) (distance n x c)
    ((f2 * distance n x c - f1 (distance n x c)) / distance n x c ^ 2)).
  { evar_last; [apply (is_derive_div f1 (fun u => u)) |].
    - exact f1_is.
    - apply @is_derive_id.
    - lra.
    - unfold one; simpl; field; lra. }
  assert (y_is : is_gradient n (fun y => sub y c i) x (sub (unit i) (fun _ => 0))).
  { apply (is_gradient_minus n x (fun y => y i) (fun _ => c i));
      [now apply is_gradient_coordinate | apply is_gradient_const]. }
  eapply is_gradient_ext; cycle 1.
  - apply (is_gradient_mult n x (fun y => f1 (distance n y c) / distance n y c)
      (fun y => sub y c i)); [| exact y_is].
    apply (is_gradient_radial (fun u => f1 u / u)), quotient.
  - intros j _; unfold axial, add, scale, sub at 2; fold (distance n x c).
    unfold sub; field; lra.
Qed.

End Radial.

(** ** The linear discriminator *)

Section Linear.

Variables (n : nat) (s : R) (c x : vector).
Let r := distance n x c.
Hypothesis inside : 0 < r < 4 * s.

Lemma linear_discriminator_pos : 0 < linear_discriminator n s c x.
Proof.
  unfold linear_discriminator; fold r.
  replace (1 / 2 - r / (8 * s)) with ((4 * s - r) / (8 * s)) by (field; lra).
  apply Rdiv_lt_0_compat; lra.
Qed.

Lemma is_gradient_linear_discriminator :
  is_gradient n (linear_discriminator n s c) x (scale (- / (8 * s * r)) (sub x c)).
Proof.
  apply (is_gradient_ext _ _ _ (scale (- / (8 * s) / distance n x c) (sub x c))).
  - intros i _; unfold scale; fold r; field; lra.
  - apply (is_gradient_radial n c x (proj1 inside) (fun u => 1 / 2 - u / (8 * s))).
    auto_derive; [lra | field; lra].
Qed.

(** The field is ∇d/d. *)
Lemma linear_field_of_gradient :
  linear_field n s c x
  = scale (/ linear_discriminator n s c x) (scale (- / (8 * s * r)) (sub x c)).
Proof.
  apply FunctionalExtensionality.functional_extensionality; intros i.
  unfold linear_field, linear_discriminator, scale; fold r; field; lra.
Qed.

Lemma is_gradient_log_linear_discriminator :
  is_gradient n (fun y => ln (linear_discriminator n s c y)) x (linear_field n s c x).
Proof.
  rewrite linear_field_of_gradient.
  apply (is_gradient_comp_line n x ln (linear_discriminator n s c)).
  - apply is_derive_Reals, derivable_pt_lim_ln, linear_discriminator_pos.
  - apply is_gradient_linear_discriminator.
Qed.

Lemma norm_linear_field : norm n (linear_field n s c x) = / (4 * s - r).
Proof.
  unfold linear_field; rewrite norm_scale, Rabs_Ropp; fold (distance n x c) r.
  rewrite Rabs_pos_eq; [field; lra |].
  left; apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra.
Qed.

(** The eigenvalues: -1/(4s - r)² along the radius, -1/(r(4s - r)) across it. *)
Definition linear_hessian : matrix :=
  axial n (sub x c) (- / (4 * s - r) ^ 2) (- / (r * (4 * s - r))).

Lemma printed_hessian_eq i j : printed_hessian n s (sub x c) i j = linear_hessian i j.
Proof.
  unfold printed_hessian, linear_hessian, axial, identity; cbv zeta.
  fold (distance n x c) r; field; lra.
Qed.

Lemma is_jacobian_linear_hessian : is_jacobian n n (linear_field n s c) x linear_hessian.
Proof.
  intros i row.
  apply (is_gradient_of_near _ _ (fun y => radial_field n (fun u => - / (4 * s - u)) c y i) _ _
    (Rmin r (4 * s - r))); [apply Rmin_glb_lt; lra | |].
  - intros y close; unfold radial_field, linear_field, scale.
    assert (low := Rmin_l r (4 * s - r)); assert (high := Rmin_r r (4 * s - r)).
    assert (first := distance_triangle n x y c); assert (second := distance_triangle n y x c).
    rewrite (distance_comm n x y) in first; fold (distance n x c) r in first, second.
    unfold distance; field; split; lra.
  - assert (jacobian := is_jacobian_radial n c x (proj1 inside) (fun u => - / (4 * s - u))
      (- / (4 * s - r) ^ 2)); fold r in jacobian.
    apply (is_gradient_ext _ _ _ (axial n (sub x c) (- / (4 * s - r) ^ 2)
      (- / (4 * s - r) / r) i)); [| apply jacobian; [| assumption]].
    + intros j _; unfold linear_hessian, axial; fold (distance n x c) r; field; lra.
    + auto_derive; [lra | field; lra].
Qed.

Lemma is_jacobian_printed_hessian :
  is_jacobian n n (linear_field n s c) x (printed_hessian n s (sub x c)).
Proof.
  intros i row; apply (is_gradient_ext _ _ _ (linear_hessian i)).
  - intros j _; symmetry; apply printed_hessian_eq.
  - now apply is_jacobian_linear_hessian.
Qed.

Lemma image_printed_hessian v :
  same n (image n (printed_hessian n s (sub x c)) v) (image n linear_hessian v).
Proof.
  intros i row; apply dot_ext; [| easy]; intros j column; apply printed_hessian_eq.
Qed.

(** Second derivatives along a straight line. *)
Lemma is_derive_twice_along v :
  is_derive (fun t => ln (linear_discriminator n s c (add x (scale t v)))) 0
    (dot n (linear_field n s c x) v)
  /\ is_derive (fun t => dot n (linear_field n s c (add x (scale t v))) v) 0
    (dot n v (image n (printed_hessian n s (sub x c)) v)).
Proof.
  split; [apply (is_derive_along n x (fun y => ln (linear_discriminator n s c y))),
    is_gradient_log_linear_discriminator |].
  evar_last.
  - apply (is_derive_along n x (fun y => dot n (linear_field n s c y) v)).
    apply (is_gradient_of_near _ _ (fun y => dot n v (linear_field n s c y)) _ _ 1); [lra | |].
    + intros y _; apply dot_comm.
    + apply (is_gradient_combination n n (linear_field n s c) x _ is_jacobian_printed_hessian v).
  - unfold dot, image, dot.
    rewrite (sum_ext _ _ (fun j => sum n (fun i =>
      v i * (printed_hessian n s (sub x c) i j * v j)))).
    + rewrite sum_exchange; apply sum_ext; intros i _; now rewrite sum_scal.
    + intros j _; rewrite Rmult_comm, <- sum_scal; apply sum_ext; intros; ring.
Qed.

Lemma eigenvectors_of_printed_hessian :
  same n (image n (printed_hessian n s (sub x c)) (sub x c))
    (scale (- / (r * (4 * s - r)) + (4 * s - 2 * r) / (r * (4 * s - r) ^ 2)) (sub x c))
  /\ (forall v, dot n (sub x c) v = 0 ->
     same n (image n (printed_hessian n s (sub x c)) v) (scale (- / (r * (4 * s - r))) v)).
Proof.
  split; [| intros v across]; intros i row; rewrite image_printed_hessian by assumption;
    unfold linear_hessian.
  - rewrite image_axial_along by (assumption || apply inside); unfold scale; field; lra.
  - now rewrite image_axial_across by (assumption || apply inside).
Qed.

End Linear.

(** ** Which steps serve: numbers *)

(** The eigenvalues of I + tH: along the radius and across. *)
Definition radial (s r t : R) : R := 1 - t / (4 * s - r) ^ 2.
Definition tangential (s r t : R) : R := 1 - t / (r * (4 * s - r)).

Section Steps.

Variables s r t : R.
Hypotheses (inside : 0 < r < 4 * s) (forward : 0 < t).
Let u := 4 * s - r.

Lemma u_pos : 0 < u.
Proof. unfold u; lra. Qed.

Lemma radial_eq : radial s r t = 1 - t / u ^ 2.
Proof. reflexivity. Qed.

(** radial - tangential and radial + tangential, over a common denominator. *)
Lemma tangential_le_radial : tangential s r t <= radial s r t <-> r <= 2 * s.
Proof.
  assert (gap : radial s r t - tangential s r t = t * (2 * (2 * s - r)) / (r * u ^ 2)).
  { unfold radial, tangential, u; field; lra. }
  assert (u2_pos : 0 < r * u ^ 2).
  { apply Rmult_lt_0_compat; [lra | apply pow_lt, u_pos]. }
  split.
  - intros order; apply Rnot_lt_le; intros far.
    assert (t * (2 * (2 * s - r)) / (r * u ^ 2) < 0); [| lra].
    assert (0 < t * (2 * (r - 2 * s)) / (r * u ^ 2)); [apply Rdiv_lt_0_compat; nra |].
    replace (t * (2 * (2 * s - r)) / (r * u ^ 2)) with (- (t * (2 * (r - 2 * s)) / (r * u ^ 2)))
      by (field; unfold u; lra); lra.
  - intros near; assert (0 <= t * (2 * (2 * s - r)) / (r * u ^ 2)); [| lra].
    apply Rmult_le_pos; [nra | left; now apply Rinv_0_lt_compat].
Qed.

Lemma minus_tangential_le_radial :
  - tangential s r t <= radial s r t <-> t <= r * (4 * s - r) ^ 2 / (2 * s).
Proof.
  fold u; assert (limit_pos : 0 < r * u ^ 2 / (2 * s)).
  { apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat; [lra | apply pow_lt, u_pos] | lra]. }
  assert (total : radial s r t + tangential s r t
    = 2 / (r * u ^ 2 / (2 * s)) * (r * u ^ 2 / (2 * s) - t)).
  { unfold radial, tangential, u; field; lra. }
  assert (0 < 2 / (r * u ^ 2 / (2 * s))) by (apply Rdiv_lt_0_compat; lra).
  split; intros order.
  - apply Rnot_lt_le; intros more; nra.
  - assert (0 <= 2 / (r * u ^ 2 / (2 * s)) * (r * u ^ 2 / (2 * s) - t)); [| lra].
    apply Rmult_le_pos; lra.
Qed.

(** The printed factor is the norm just where both conditions hold. *)
Lemma norm_eq_radial_iff :
  Rmax (Rabs (radial s r t)) (Rabs (tangential s r t)) = radial s r t
  <-> r <= 2 * s /\ t <= r * (4 * s - r) ^ 2 / (2 * s).
Proof.
  rewrite <- tangential_le_radial, <- minus_tangential_le_radial.
  assert (radial_abs := Rle_abs (radial s r t)).
  assert (left_le := Rmax_l (Rabs (radial s r t)) (Rabs (tangential s r t))).
  assert (right_le := Rmax_r (Rabs (radial s r t)) (Rabs (tangential s r t))).
  split.
  - intros equal; rewrite equal in *; apply Rabs_le_between in right_le; lra.
  - intros [below above].
    assert (bound : Rabs (tangential s r t) <= radial s r t) by (apply Rabs_le; lra).
    assert (0 <= radial s r t) by (generalize (Rabs_pos (tangential s r t)); lra).
    rewrite (Rabs_pos_eq (radial s r t)) by assumption; now apply Rmax_left.
Qed.

Lemma norm_gt_radial_of_step :
  r * (4 * s - r) ^ 2 / (2 * s) < t -> radial s r t < Rabs (tangential s r t).
Proof.
  intros long; apply Rnot_le_lt; intros bound; apply Rabs_le_between in bound.
  assert (t <= r * (4 * s - r) ^ 2 / (2 * s)); [apply (proj1 minus_tangential_le_radial) |]; lra.
Qed.

Lemma sizes_lt_1_iff :
  r <= 2 * s ->
  (Rmax (Rabs (radial s r t)) (Rabs (tangential s r t)) < 1 <-> t < 2 * r * (4 * s - r)).
Proof.
  intros near; fold u; assert (u_pos := u_pos).
  assert (ru_pos : 0 < r * u) by now apply Rmult_lt_0_compat.
  assert (across : tangential s r t = 1 - t / (r * u)) by reflexivity.
  assert (order : t / u ^ 2 <= t / (r * u)).
  { apply Rmult_le_compat_l; [lra |]; apply Rinv_le_contravar; [assumption |].
    replace (u ^ 2) with (u * u) by ring; apply Rmult_le_compat_r; unfold u in *; lra. }
  assert (0 < t / u ^ 2) by (apply Rdiv_lt_0_compat; [| apply pow_lt]; lra).
  assert (rewritten : t / (r * u) * (r * u) = t) by (field; unfold u in *; lra).
  split.
  - intros small; assert (bound : Rabs (tangential s r t) < 1).
    { apply Rle_lt_trans with (2 := small), Rmax_r. }
    apply Rabs_lt_between in bound; rewrite <- rewritten.
    apply Rlt_le_trans with (2 * (r * u)); [apply Rmult_lt_compat_r; lra | lra].
  - intros short; assert (t / (r * u) < 2).
    { apply Rmult_lt_reg_r with (r * u); [assumption | lra]. }
    apply Rmax_lub_lt; apply Rabs_def1; rewrite ?radial_eq, ?across; lra.
Qed.

End Steps.

(** No step size is small enough for all points of the ball at once. *)
Lemma no_uniform_step s t :
  0 < s -> 0 < t ->
  exists r, 0 < r < 2 * s /\ radial s r t < Rabs (tangential s r t).
Proof.
  intros spread forward; set (r := Rmin s (t / (16 * s))).
  assert (r_pos : 0 < r) by (apply Rmin_glb_lt; [| apply Rdiv_lt_0_compat]; lra).
  assert (r_le_s : r <= s) by apply Rmin_l.
  assert (r_le_t : r * (16 * s) <= t).
  { apply Rle_trans with (t / (16 * s) * (16 * s)).
    - apply Rmult_le_compat_r; [lra | apply Rmin_r].
    - right; field; lra. }
  exists r; split; [lra |].
  apply norm_gt_radial_of_step; [lra |].
  apply Rmult_lt_reg_r with (2 * s); [lra |]; unfold Rdiv.
  rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  assert ((4 * s - r) ^ 2 < 16 * s ^ 2) by nra.
  apply Rlt_le_trans with (r * (16 * s ^ 2)); [now apply Rmult_lt_compat_l | nra].
Qed.
