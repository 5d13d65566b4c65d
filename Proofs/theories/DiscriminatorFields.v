(** The optimal discriminator d = p/(p+q) and its vector field ∇d/d. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Section Line.

(** Both densities along a line through a point, which is reached at 0. *)
Variables (p q : R -> R) (p' q' : R).
Hypotheses (p_pos : 0 < p 0) (q_pos : 0 < q 0).
Hypotheses (p_derive : is_derive p 0 p') (q_derive : is_derive q 0 q').

Let d u := p u / (p u + q u).
Let r u := p u / q u.

Lemma p_derivative : Derive (fun u => p u) 0 = p'.
Proof. now apply is_derive_unique. Qed.

Lemma q_derivative : Derive (fun u => q u) 0 = q'.
Proof. now apply is_derive_unique. Qed.

Lemma is_derive_discriminator : is_derive d 0 ((p' * q 0 - p 0 * q') / (p 0 + q 0) ^ 2).
Proof.
  unfold d; auto_derive; [repeat split; try (eexists; eassumption); lra |].
  rewrite p_derivative, q_derivative; field; lra.
Qed.

Lemma is_derive_ratio : is_derive r 0 ((p' * q 0 - p 0 * q') / q 0 ^ 2).
Proof.
  unfold r; auto_derive; [repeat split; try (eexists; eassumption); lra |].
  rewrite p_derivative, q_derivative; field; lra.
Qed.

Lemma field_of_ratio :
  Derive d 0 / d 0 = Derive r 0 * / (r 0 * (1 + r 0)).
Proof.
  rewrite (is_derive_unique _ _ _ is_derive_discriminator).
  rewrite (is_derive_unique _ _ _ is_derive_ratio); unfold d, r; field; lra.
Qed.

(** The two approximations, with what they leave out: the factors 1/(1+r) and r/(1+r). *)
Lemma field_of_log_ratio :
  Derive d 0 / d 0 = Derive (fun u => ln (r u)) 0 * / (1 + r 0).
Proof.
  assert (ratio_pos : 0 < r 0) by now apply Rdiv_lt_0_compat.
  rewrite field_of_ratio; transitivity (Derive r 0 * / r 0 * / (1 + r 0)).
  - field; lra.
  - f_equal; symmetry; apply is_derive_unique.
    apply (is_derive_comp ln r); [now apply is_derive_Reals, derivable_pt_lim_ln |].
    apply Derive_correct; eexists; apply is_derive_ratio.
Qed.

Lemma field_of_inverse_ratio :
  Derive d 0 / d 0 = Derive (fun u => - / r u) 0 * (r 0 / (1 + r 0)).
Proof.
  assert (ratio_pos : 0 < r 0) by now apply Rdiv_lt_0_compat.
  rewrite field_of_ratio; transitivity (Derive r 0 / r 0 ^ 2 * (r 0 / (1 + r 0))).
  - field; lra.
  - f_equal; symmetry; apply is_derive_unique.
    evar_last; [apply @is_derive_opp, is_derive_inv |].
    + apply Derive_correct; eexists; apply is_derive_ratio.
    + lra.
    + unfold opp; simpl; field; lra.
Qed.

End Line.

(** The point at t of the line through x with direction v. *)
Definition along {V : NormedModule R_AbsRing} (x v : V) (t : R) : V := plus x (scal t v).

(** v times the gradient of f at x. *)
Definition directional {V : NormedModule R_AbsRing} (f : V -> R) (x v : V) : R :=
  Derive (fun t => f (along x v t)) 0.

Definition ex_directional {V : NormedModule R_AbsRing} (f : V -> R) (x v : V) : Prop :=
  ex_derive (fun t => f (along x v t)) 0.

(** The same in a space of any dimension, in every direction. *)
Section Space.

Variables (V : NormedModule R_AbsRing) (p q : V -> R) (x v : V).
Hypotheses (p_pos : 0 < p x) (q_pos : 0 < q x).
Hypotheses (p_smooth : ex_directional p x v) (q_smooth : ex_directional q x v).

Let d u := p u / (p u + q u).
Let r u := p u / q u.

Lemma along_0 : along x v 0 = x.
Proof. unfold along; rewrite <- (plus_zero_r x) at 2; f_equal; apply (scal_zero_l v). Qed.

Ltac on_the_line lemma :=
  destruct p_smooth as [p' p_line], q_smooth as [q' q_line];
  generalize (lemma (fun t => p (along x v t)) (fun t => q (along x v t)) p' q');
  cbv beta zeta; rewrite !along_0; auto.

Lemma ex_directional_discriminator : ex_directional d x v.
Proof.
  destruct p_smooth as [p' p_line], q_smooth as [q' q_line]; eexists.
  apply (is_derive_discriminator _ _ p' q'); rewrite ?along_0; auto.
Qed.

Lemma ex_directional_ratio : ex_directional r x v.
Proof.
  destruct p_smooth as [p' p_line], q_smooth as [q' q_line]; eexists.
  apply (is_derive_ratio _ _ p' q'); rewrite ?along_0; auto.
Qed.

Lemma directional_field_of_ratio :
  directional d x v / d x = directional r x v * / (r x * (1 + r x)).
Proof. unfold directional, d, r; on_the_line field_of_ratio. Qed.

Lemma directional_field_of_log_ratio :
  directional d x v / d x = directional (fun u => ln (r u)) x v * / (1 + r x).
Proof. unfold directional, d, r; on_the_line field_of_log_ratio. Qed.

Lemma directional_field_of_inverse_ratio :
  directional d x v / d x = directional (fun u => - / r u) x v * (r x / (1 + r x)).
Proof. unfold directional, d, r; on_the_line field_of_inverse_ratio. Qed.

End Space.

Lemma field_eq_ratio_field_of_differentiable (V : NormedModule R_AbsRing) (p q : V -> R) (x v : V) :
  0 < p x -> 0 < q x -> ex_directional p x v -> ex_directional q x v ->
  let d u := p u / (p u + q u) in
  let r u := p u / q u in
  ex_directional d x v /\ ex_directional r x v
  /\ directional d x v / d x = directional r x v * / (r x * (1 + r x)).
Proof.
  intros; repeat split;
    [apply ex_directional_discriminator | apply ex_directional_ratio
    | apply directional_field_of_ratio]; auto.
Qed.

Lemma field_eq_approximations_of_differentiable
    (V : NormedModule R_AbsRing) (p q : V -> R) (x v : V) :
  0 < p x -> 0 < q x -> ex_directional p x v -> ex_directional q x v ->
  let d u := p u / (p u + q u) in
  let r u := p u / q u in
  directional d x v / d x = directional (fun u => ln (r u)) x v * (1 - r x / (1 + r x))
  /\ directional d x v / d x = directional (fun u => - / r u) x v * (1 - / (1 + r x)).
Proof.
  intros p_pos q_pos smooth smooth' d r.
  assert (0 < r x) by now apply Rdiv_lt_0_compat.
  replace (1 - r x / (1 + r x)) with (/ (1 + r x)) by (field; lra).
  replace (1 - / (1 + r x)) with (r x / (1 + r x)) by (field; lra).
  split; [apply directional_field_of_log_ratio | apply directional_field_of_inverse_ratio]; auto.
Qed.
