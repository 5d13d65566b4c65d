(** The particle update against the generator's loss: any number of samples, of coordinates of a
    sample and of parameters of the generator. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients.
Open Scope R_scope.

(** The mean of log d over the samples g 0, …, g (m - 1), as a function of the parameters u. *)
Definition mean_log (m : nat) (d : vector -> R) (g : nat -> vector -> vector) (u : vector) : R :=
  / INR m * sum m (fun i => ln (d (g i u))).

(** The mean square distance of the samples to targets that do not depend on the parameters. *)
Definition mean_square (m n : nat) (g : nat -> vector -> vector) (target : nat -> vector)
    (u : vector) : R :=
  / INR m * sum m (fun i => sum n (fun j => (g i u j - target i j) ^ 2)).

(** The targets at the parameters a: each sample moved by s ∇d/d; D i is ∇d at sample i. *)
Definition moved_particles (s : R) (d : vector -> R) (D : nat -> vector) (g : nat -> vector ->
  vector)
    (a : vector) : nat -> vector :=
  fun i j => g i a j + s * (D i j / d (g i a)).

(** The mean over the samples of the transposed Jacobian J i times the vector v i. *)
Definition pulled_back (m n : nat) (J : nat -> matrix) (v : nat -> vector) : vector :=
  fun k => / INR m * sum m (fun i => sum n (fun j => J i j k * v i j)).

(** What the corollary assumes: p parameters, n coordinates, m samples; g is differentiable in the
    parameters at a, and d, with values in (0, 1), at each of the samples. *)
Definition particle_model (p n m : nat) (d : vector -> R) (D : nat -> vector)
    (g : nat -> vector -> vector) (J : nat -> matrix) (a : vector) : Prop :=
  (forall x, 0 < d x < 1)
  /\ (forall i, (i < m)%nat -> is_jacobian p n (g i) a (J i))
  /\ (forall i, (i < m)%nat -> is_gradient n d (g i a) (D i)).

Section Batch.

Variables (p n m : nat) (d : vector -> R) (D : nat -> vector) (g : nat -> vector -> vector).
Variables (J : nat -> matrix) (a : vector) (s : R).
Hypothesis model : particle_model p n m d D g J a.

Lemma d_pos x : 0 < d x.
Proof. destruct model as [between _]; generalize (between x); lra. Qed.

Lemma is_gradient_mean_log :
  is_gradient p (mean_log m d g) a (pulled_back m n J (fun i j => D i j / d (g i a))).
Proof.
  destruct model as [_ [g_smooth d_smooth]].
  apply is_gradient_ext with (scale (/ INR m)
    (fun k => sum m (fun i => scale (/ d (g i a)) (fun k => sum n (fun j => D i j * J i j k)) k))).
  - intros k _; unfold scale, pulled_back; f_equal; apply sum_ext; intros i _.
    rewrite <- sum_scal; apply sum_ext; intros j _; unfold Rdiv; ring.
  - apply is_gradient_scal, is_gradient_sum; intros i inside.
    apply (is_gradient_comp_line p a ln (fun u => d (g i u))).
    + apply is_derive_Reals, derivable_pt_lim_ln, d_pos.
    + apply (is_gradient_comp p n (g i) a (J i)); auto.
Qed.

(** The first line of the proof, for any targets. *)
Lemma is_gradient_mean_square (target : nat -> vector) :
  is_gradient p (mean_square m n g target) a
    (fun k => 2 * pulled_back m n J (fun i j => g i a j - target i j) k).
Proof.
  destruct model as [_ [g_smooth _]].
  apply is_gradient_ext with (scale (/ INR m) (fun k => sum m (fun i =>
    (fun k => sum n (fun j => scale (2 * (g i a j - target i j)) (J i j) k)) k))).
  - intros k _; unfold scale, pulled_back.
    rewrite <- Rmult_assoc, (Rmult_comm 2), Rmult_assoc; f_equal.
    rewrite <- sum_scal; apply sum_ext; intros i _.
    rewrite <- sum_scal; apply sum_ext; intros j _; ring.
  - apply is_gradient_scal, is_gradient_sum; intros i inside.
    apply (is_gradient_sum p a n (fun j u => (g i u j - target i j) ^ 2)); intros j within.
    apply (is_gradient_square p a (fun u => g i u j - target i j)).
    apply (is_gradient_ext p a _ (sub (J i j) (fun _ => 0))); [intros k _; unfold sub; ring |].
    apply (is_gradient_minus p a (fun u => g i u j) (fun _ => target i j)).
    + now apply g_smooth.
    + apply is_gradient_const.
Qed.

Lemma residual_of_moved k :
  2 * pulled_back m n J (fun i j => g i a j - moved_particles s d D g a i j) k
  = - (2 * s) * pulled_back m n J (fun i j => D i j / d (g i a)) k.
Proof.
  unfold pulled_back, moved_particles;
    rewrite <- !Rmult_assoc, !(Rmult_comm _ (/ INR m)), !Rmult_assoc.
  f_equal; rewrite <- !sum_scal; apply sum_ext; intros i _.
  rewrite <- !sum_scal; apply sum_ext; intros j _; ring.
Qed.

Lemma gradients_of_losses :
  let pull := pulled_back m n J (fun i j => D i j / d (g i a)) in
  is_gradient p (mean_log m d g) a pull
  /\ is_gradient p (mean_square m n g (moved_particles s d D g a)) a (scale (- (2 * s)) pull).
Proof.
  split; [apply is_gradient_mean_log |].
  eapply is_gradient_ext; [| apply is_gradient_mean_square].
  intros k _; apply residual_of_moved.
Qed.

End Batch.

(** The losses of Algorithm 1 and of the non-saturating game. *)
Lemma loss_gradients_parallel p n m d D g J a s :
  particle_model p n m d D g J a -> 0 < s ->
  0 < 2 * s /\ exists G : vector,
  is_gradient p (fun u => - mean_log m d g u) a G
  /\ is_gradient p (mean_square m n g (moved_particles s d D g a)) a (scale (2 * s) G).
Proof.
  intros model positive; split; [lra |].
  destruct (gradients_of_losses p n m d D g J a s model) as [log_is square_is].
  exists (scale (-1) (pulled_back m n J (fun i j => D i j / d (g i a)))); split.
  - apply (is_gradient_of_near p a (fun u => -1 * mean_log m d g u) _ _ 1); [lra | intros; ring |].
    now apply is_gradient_scal.
  - eapply is_gradient_ext; [| exact square_is]; intros k _; unfold scale; ring.
Qed.

Lemma loss_gradient_constant p n m d D g J a s :
  particle_model p n m d D g J a ->
  exists G : vector, is_gradient p (mean_log m d g) a G
  /\ is_gradient p (mean_square m n g (moved_particles s d D g a)) a (scale (- (2 * s)) G).
Proof. intros model; eexists; eapply gradients_of_losses; eassumption. Qed.

(** * One sample, one coordinate, one parameter θ: g = θ, d the logistic_d function, at θ = 0. *)

Definition logistic_d (x : vector) : R := / (1 + exp (- x 0%nat)).
Definition identity_batch : nat -> vector -> vector := fun _ u => u.
Definition identity_matrix : nat -> matrix := fun _ => unit.
Definition no_parameter : vector := fun _ => 0.

Lemma logistic_model :
  particle_model 1 1 1 logistic_d (fun _ => scale (/ 4) (unit 0)) identity_batch identity_matrix
    no_parameter.
Proof.
  split; [| split].
  - intros x; unfold logistic_d; generalize (exp_pos (- x 0%nat)); intros; split.
    + apply Rinv_0_lt_compat; lra.
    + rewrite <- Rinv_1 at 2; apply Rinv_lt_contravar; lra.
  - intros i _ j inside; now apply is_gradient_coordinate.
  - intros i _.
    apply (is_gradient_comp_line 1 _ (fun t => / (1 + exp (- t))) (fun x => x 0%nat)).
    + unfold identity_batch, no_parameter; auto_derive; rewrite Ropp_0, exp_0; [lra | field].
    + apply is_gradient_coordinate; lia.
Qed.

Lemma logistic_pull :
  pulled_back 1 1 identity_matrix
    (fun i j => scale (/ 4) (unit 0) j / logistic_d (identity_batch i no_parameter)) 0%nat = / 2.
Proof.
  unfold pulled_back, identity_matrix, scale, unit, logistic_d, identity_batch, no_parameter; simpl.
  rewrite Ropp_0, exp_0; field.
Qed.

Lemma loss_gradient_printed_false :
  ~ forall p n m d D g J a s, particle_model p n m d D g J a -> 0 < s ->
    exists G : vector, is_gradient p (mean_log m d g) a G
    /\ is_gradient p (mean_square m n g (moved_particles s d D g a)) a (scale (- s) G).
Proof.
  intros printed.
  destruct (printed _ _ _ _ _ _ _ _ 1 logistic_model) as [G [log_is square_is]]; [lra |].
  destruct (gradients_of_losses _ _ _ _ _ _ _ _ 1 logistic_model) as [log_true square_true].
  assert (first := gradient_unique _ _ _ _ _ log_is log_true 0%nat (Nat.lt_0_succ 0)).
  assert (second := gradient_unique _ _ _ _ _ square_is square_true 0%nat (Nat.lt_0_succ 0)).
  unfold scale at 1 2 in second; rewrite logistic_pull in first, second; lra.
Qed.

(** The second line of the proof. *)
Lemma residual_printed_false :
  ~ forall p n m d D g J a s, particle_model p n m d D g J a -> 0 < s ->
    same p (fun k => 2 * pulled_back m n J (fun i j => g i a j - moved_particles s d D g a i j) k)
      (fun k => - s * pulled_back m n J (fun i j => D i j / d (g i a)) k).
Proof.
  intros printed.
  assert (line := printed _ _ _ _ _ _ _ _ 1 logistic_model Rlt_0_1 0%nat (Nat.lt_0_succ 0)).
  simpl in line; rewrite residual_of_moved, logistic_pull in line; lra.
Qed.
