(** The field ∇d/d of four equal Gaussians at (±c, ±c) against one Gaussian or a box: each component
    of ∇log r depends on its own coordinate alone. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.HyperbolicTangent Densities DiscriminatorFieldCases.
Open Scope R_scope.

(** d = p/(p + q) in the plane, and the components of ∇d/d. *)
Definition discriminator_xy (p q : R -> R -> R) (x y : R) : R := p x y / (p x y + q x y).

Definition velocity_x (p q : R -> R -> R) (x y : R) : R :=
  Derive (fun u => discriminator_xy p q u y) x / discriminator_xy p q x y.

Definition velocity_y (p q : R -> R -> R) (x y : R) : R :=
  Derive (fun u => discriminator_xy p q x u) y / discriminator_xy p q x y.

(** The four pairs of Table 2. *)
Definition data_1 : R -> R -> R := mixture (1 / 10) 1.
Definition data_4 : R -> R -> R := mixture (1 / 10) 3.
Definition generated_1 : R -> R -> R := gaussian (2 / 10) 0 0.
Definition generated_2 : R -> R -> R := uniform 2.
Definition generated_3 : R -> R -> R := gaussian 1 1 1.
Definition generated_4 : R -> R -> R := gaussian 3 3 3.

(** A component of ∇log r in each case. *)
Definition slope_1 (x : R) : R := 5 * (2 * tanh (10 * x) - x).
Definition slope_2 (x : R) : R := 10 * (tanh (10 * x) - x).
Definition slope_3 (x : R) : R := 10 * tanh (10 * x) - 9 * x - 1.
Definition slope_4 (x : R) : R := 30 * tanh (30 * x) - 29 / 3 * x - 1.

(** * Densities *)

Lemma gaussian_swap v a b x y : gaussian v a b x y = gaussian v b a y x.
Proof. unfold gaussian; now rewrite (Rplus_comm ((x - a) ^ 2)). Qed.

Lemma mixture_swap v c x y : mixture v c x y = mixture v c y x.
Proof.
  unfold mixture, corner_sum; rewrite !(gaussian_swap v _ _ x y); ring.
Qed.

Lemma uniform_swap h x y : uniform h x y = uniform h y x.
Proof. unfold uniform; destruct (Rle_dec (Rabs x) h), (Rle_dec (Rabs y) h); reflexivity. Qed.

Lemma is_derive_gaussian_x v a b (x y : R) :
  0 < v -> is_derive (fun u => gaussian v a b u y) x (gaussian v a b x y * (- (x - a) / v)).
Proof.
  intros positive; generalize PI_RGT_0; intros.
  unfold gaussian; auto_derive; [lra |].
  unfold Rdiv, Rminus; simpl; rewrite ?Rmult_1_r.
  match goal with |- context [exp ?e] => generalize (exp e) end; intros; field; lra.
Qed.

(** Two equal bells at ±c on one axis: their logarithmic slope. *)
Lemma two_bells v c x :
  0 < v ->
  let near := exp (- (x - c) ^ 2 / (2 * v)) in
  let far := exp (- (x - - c) ^ 2 / (2 * v)) in
  near * (- (x - c) / v) + far * (- (x - - c) / v)
  = (near + far) * ((c * tanh (c * x / v) - x) / v).
Proof.
  intros positive near far.
  assert (factor : near = far * exp (2 * (c * x / v))).
  { unfold near, far; rewrite <- exp_plus; f_equal; field; lra. }
  rewrite tanh_eq, factor; generalize (exp_pos (2 * (c * x / v))); intros; field; lra.
Qed.

Lemma mixture_product v c x y :
  0 < v ->
  mixture v c x y = / (8 * PI * v)
    * (exp (- (x - c) ^ 2 / (2 * v)) + exp (- (x - - c) ^ 2 / (2 * v)))
    * (exp (- (y - c) ^ 2 / (2 * v)) + exp (- (y - - c) ^ 2 / (2 * v))).
Proof.
  intros positive; generalize PI_RGT_0; intros.
  assert (split : forall a b, gaussian v a b x y
    = / (2 * PI * v) * (exp (- (x - a) ^ 2 / (2 * v)) * exp (- (y - b) ^ 2 / (2 * v)))).
  { intros; unfold gaussian; rewrite <- exp_plus; do 2 f_equal; field; lra. }
  unfold mixture, corner_sum; rewrite !split; field; lra.
Qed.

Lemma is_derive_mixture_x v c (x y : R) :
  0 < v ->
  is_derive (fun u => mixture v c u y) x (mixture v c x y * ((c * tanh (c * x / v) - x) / v)).
Proof.
  intros positive; generalize PI_RGT_0; intros.
  apply (is_derive_ext (fun u => / (8 * PI * v)
    * (exp (- (u - c) ^ 2 / (2 * v)) + exp (- (u - - c) ^ 2 / (2 * v)))
    * (exp (- (y - c) ^ 2 / (2 * v)) + exp (- (y - - c) ^ 2 / (2 * v)))));
    [intros; symmetry; now apply mixture_product |].
  rewrite mixture_product by assumption.
  set (other := exp (- (y - c) ^ 2 / (2 * v)) + exp (- (y - - c) ^ 2 / (2 * v))).
  replace (/ (8 * PI * v) * (exp (- (x - c) ^ 2 / (2 * v)) + exp (- (x - - c) ^ 2 / (2 * v)))
      * other * ((c * tanh (c * x / v) - x) / v))
    with (/ (8 * PI * v) * ((exp (- (x - c) ^ 2 / (2 * v)) + exp (- (x - - c) ^ 2 / (2 * v)))
      * ((c * tanh (c * x / v) - x) / v)) * other) by ring.
  rewrite <- two_bells by assumption; auto_derive; [lra |].
  unfold Rdiv, Rminus; simpl; rewrite ?Rmult_1_r; generalize other.
  repeat match goal with |- context [exp ?e] => generalize (exp e) end; intros; field; lra.
Qed.

(** * Velocities *)

Section Pair.

Variables (p q : R -> R -> R) (x y P Q : R).
Hypotheses (p_pos : 0 < p x y) (q_pos : 0 < q x y).

(** With logarithmic slopes P of p and Q of q. *)
Lemma velocity_x_of_slopes :
  is_derive (fun u => p u y) x (p x y * P) -> is_derive (fun u => q u y) x (q x y * Q) ->
  velocity_x p q x y = (P - Q) / (1 + p x y / q x y).
Proof.
  intros p_is q_is.
  assert (derive : Derive (fun u => discriminator_xy p q u y) x
    = p x y * q x y * (P - Q) / (p x y + q x y) ^ 2).
  { apply is_derive_unique; unfold discriminator_xy.
     evar_last; [apply is_derive_div; [eassumption | apply @is_derive_plus; eassumption | lra] |].
    unfold plus; simpl; field; lra. }
  unfold velocity_x; rewrite derive; unfold discriminator_xy; field; lra.
Qed.

Lemma velocity_y_of_slopes :
  is_derive (fun u => p x u) y (p x y * P) -> is_derive (fun u => q x u) y (q x y * Q) ->
  velocity_y p q x y = (P - Q) / (1 + p x y / q x y).
Proof.
  intros p_is q_is.
  assert (derive : Derive (fun u => discriminator_xy p q x u) y
    = p x y * q x y * (P - Q) / (p x y + q x y) ^ 2).
  { apply is_derive_unique; unfold discriminator_xy.
     evar_last; [apply is_derive_div; [eassumption | apply @is_derive_plus; eassumption | lra] |].
    unfold plus; simpl; field; lra. }
  unfold velocity_y; rewrite derive; unfold discriminator_xy; field; lra.
Qed.

End Pair.

Lemma is_derive_gaussian_y v a b (x y : R) :
  0 < v -> is_derive (fun u => gaussian v a b x u) y (gaussian v a b x y * (- (y - b) / v)).
Proof.
  intros positive; rewrite gaussian_swap.
  apply (is_derive_ext (fun u => gaussian v b a u x)); auto using is_derive_gaussian_x.
  intros u; apply gaussian_swap.
Qed.

Lemma is_derive_mixture_y v c (x y : R) :
  0 < v ->
  is_derive (fun u => mixture v c x u) y (mixture v c x y * ((c * tanh (c * y / v) - y) / v)).
Proof.
  intros positive; rewrite mixture_swap.
  apply (is_derive_ext (fun u => mixture v c u x)); auto using is_derive_mixture_x.
  intros u; apply mixture_swap.
Qed.

(** Modes (±c, ±c) of variance v against N([m, n], w I). *)
Lemma velocity_of_corners v c w m n x y :
  0 < v -> 0 < w ->
  let r := mixture v c x y / gaussian w m n x y in
  velocity_x (mixture v c) (gaussian w m n) x y
    = ((c * tanh (c * x / v) - x) / v + (x - m) / w) / (1 + r)
  /\ velocity_y (mixture v c) (gaussian w m n) x y
    = ((c * tanh (c * y / v) - y) / v + (y - n) / w) / (1 + r).
Proof.
  intros v_pos w_pos r; split.
  - rewrite (velocity_x_of_slopes _ _ x y _ _ (mixture_pos v c x y v_pos)
      (gaussian_pos w m n x y w_pos) (is_derive_mixture_x v c x y v_pos)
      (is_derive_gaussian_x w m n x y w_pos)).
    fold r; f_equal; field; lra.
  - rewrite (velocity_y_of_slopes _ _ x y _ _ (mixture_pos v c x y v_pos)
      (gaussian_pos w m n x y w_pos) (is_derive_mixture_y v c x y v_pos)
      (is_derive_gaussian_y w m n x y w_pos)).
    fold r; f_equal; field; lra.
Qed.

Lemma velocity_1 x y :
  velocity_x data_1 generated_1 x y = slope_1 x / (1 + ratio_1 x y)
  /\ velocity_y data_1 generated_1 x y = slope_1 y / (1 + ratio_1 x y).
Proof.
  destruct (velocity_of_corners (1 / 10) 1 (2 / 10) 0 0 x y) as [first second]; try lra.
  unfold data_1, generated_1; rewrite first, second; fold (ratio_1 x y); unfold slope_1.
  replace (1 * x / (1 / 10)) with (10 * x) by field.
  replace (1 * y / (1 / 10)) with (10 * y) by field; split; f_equal; field.
Qed.

Lemma velocity_3 x y :
  velocity_x data_1 generated_3 x y = slope_3 x / (1 + ratio_3 x y)
  /\ velocity_y data_1 generated_3 x y = slope_3 y / (1 + ratio_3 x y).
Proof.
  destruct (velocity_of_corners (1 / 10) 1 1 1 1 x y) as [first second]; try lra.
  unfold data_1, generated_3; rewrite first, second; fold (ratio_3 x y); unfold slope_3.
  replace (1 * x / (1 / 10)) with (10 * x) by field.
  replace (1 * y / (1 / 10)) with (10 * y) by field; split; f_equal; field.
Qed.

Lemma velocity_4 x y :
  velocity_x data_4 generated_4 x y = slope_4 x / (1 + ratio_4 x y)
  /\ velocity_y data_4 generated_4 x y = slope_4 y / (1 + ratio_4 x y).
Proof.
  destruct (velocity_of_corners (1 / 10) 3 3 3 3 x y) as [first second]; try lra.
  unfold data_4, generated_4; rewrite first, second; fold (ratio_4 x y); unfold slope_4.
  replace (3 * x / (1 / 10)) with (30 * x) by field.
  replace (3 * y / (1 / 10)) with (30 * y) by field; split; f_equal; field.
Qed.

(** Inside of the box. *)
Lemma velocity_2 x y :
  Rabs x < 2 -> Rabs y < 2 ->
  velocity_x data_1 generated_2 x y = slope_2 x / (1 + ratio_2 x y)
  /\ velocity_y data_1 generated_2 x y = slope_2 y / (1 + ratio_2 x y).
Proof.
  intros in_x in_y.
  assert (p_pos : 0 < data_1 x y) by (apply mixture_pos; lra).
  assert (q_eq : forall u w, Rabs u <= 2 -> Rabs w <= 2 -> generated_2 u w = / (2 * 2) ^ 2)
    by (intros; now apply uniform_inside).
  assert (q_pos : 0 < generated_2 x y) by (rewrite q_eq by lra; lra).
  split.
  - rewrite (velocity_x_of_slopes data_1 generated_2 x y
      ((1 * tanh (1 * x / (1 / 10)) - x) / (1 / 10)) 0 p_pos q_pos).
    + fold (ratio_2 x y); unfold slope_2.
      replace (1 * x / (1 / 10)) with (10 * x) by field; f_equal; field.
    + apply is_derive_mixture_x; lra.
    + rewrite Rmult_0_r; apply (is_derive_ext_loc (fun _ => / (2 * 2) ^ 2));
        [| apply @is_derive_const].
      apply filter_imp with (2 := locally_inside x 2 in_x); intros u inside; symmetry.
      apply q_eq; lra.
  - rewrite (velocity_y_of_slopes data_1 generated_2 x y
      ((1 * tanh (1 * y / (1 / 10)) - y) / (1 / 10)) 0 p_pos q_pos).
    + fold (ratio_2 x y); unfold slope_2.
      replace (1 * y / (1 / 10)) with (10 * y) by field; f_equal; field.
    + apply is_derive_mixture_y; lra.
    + rewrite Rmult_0_r; apply (is_derive_ext_loc (fun _ => / (2 * 2) ^ 2));
        [| apply @is_derive_const].
      apply filter_imp with (2 := locally_inside y 2 in_y); intros u inside; symmetry.
      apply q_eq; lra.
Qed.

Lemma ratio_pos_1 x y : 0 < ratio_1 x y.
Proof. apply Rdiv_lt_0_compat; [apply mixture_pos | apply gaussian_pos]; lra. Qed.

Lemma ratio_pos_3 x y : 0 < ratio_3 x y.
Proof. apply Rdiv_lt_0_compat; [apply mixture_pos | apply gaussian_pos]; lra. Qed.

Lemma ratio_pos_4 x y : 0 < ratio_4 x y.
Proof. apply Rdiv_lt_0_compat; [apply mixture_pos | apply gaussian_pos]; lra. Qed.

Lemma ratio_pos_2 x y : Rabs x <= 2 -> Rabs y <= 2 -> 0 < ratio_2 x y.
Proof.
  intros; unfold ratio_2; rewrite uniform_inside by assumption.
  apply Rdiv_lt_0_compat; [apply mixture_pos |]; lra.
Qed.
