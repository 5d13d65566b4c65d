(** The particle update against the generator's loss, one parameter and one coordinate at a time. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Open Scope R_scope.

Section Batch.

(** Particles 0 … m at the parameter a, with slope g' there; f is the slope of log d at each. *)
Variables (m : nat) (g : nat -> R -> R) (g' f : nat -> R) (log_d : R -> R) (a s : R).
Hypothesis g_derive : forall i, is_derive (g i) a (g' i).
Hypothesis log_d_derive : forall i, is_derive log_d (g i a) (f i).

(** The updated particle, which the stop-gradient operator makes a constant. *)
Let target i := g i a + s * f i.
Let slope := / INR (S m) * sum_n (fun i => g' i * f i) m.

Lemma is_derive_sum (h : nat -> R -> R) (h' : nat -> R) :
  (forall i, is_derive (h i) a (h' i)) ->
  is_derive (fun u => / INR (S m) * sum_n (fun i => h i u) m) a (/ INR (S m) * sum_n h' m).
Proof. intros each; apply is_derive_scal, (is_derive_sum_n h); auto. Qed.

Lemma is_derive_square_loss :
  is_derive (fun u => / INR (S m) * sum_n (fun i => (g i u - target i) ^ 2) m) a
    (2 * s * - slope).
Proof.
  evar_last.
  - apply (is_derive_sum (fun i u => (g i u - target i) ^ 2) (fun i => -2 * s * (g' i * f i))).
    intros i; evar_last.
    + apply (is_derive_pow (fun u => g i u - target i) 2), (is_derive_minus (g i)).
      * apply g_derive.
      * apply is_derive_const.
    + unfold target, minus, plus, opp, zero; simpl; ring.
  - assert (scaled : sum_n (fun i => -2 * s * (g' i * f i)) m
      = -2 * s * sum_n (fun i => g' i * f i) m)
      by exact (sum_n_scal_l (-2 * s : R_Ring) (fun i => g' i * f i) m).
    rewrite scaled; unfold slope; generalize (/ INR (S m)); intros; ring.
Qed.

Lemma is_derive_log_loss :
  is_derive (fun u => - (/ INR (S m) * sum_n (fun i => log_d (g i u)) m)) a (- slope).
Proof.
  apply @is_derive_opp, (is_derive_sum (fun i u => log_d (g i u)) (fun i => g' i * f i)).
  intros i; now apply (is_derive_comp log_d (g i)).
Qed.

End Batch.

Lemma square_loss_slopes (m : nat) (g : nat -> R -> R) (g' f : nat -> R) (log_d : R -> R)
    (a s : R) :
  (forall i, is_derive (g i) a (g' i)) -> (forall i, is_derive log_d (g i a) (f i)) ->
  exists slope,
  is_derive (fun u => - (/ INR (S m) * sum_n (fun i => log_d (g i u)) m)) a slope
  /\ is_derive (fun u => / INR (S m) * sum_n (fun i => (g i u - (g i a + s * f i)) ^ 2) m) a
       (2 * s * slope).
Proof.
  intros g_derive log_d_derive; eexists; split.
  - exact (is_derive_log_loss m g g' f log_d a g_derive log_d_derive).
  - exact (is_derive_square_loss m g g' f a s g_derive).
Qed.

(** One particle z at 0 with a logistic discriminator and s = 1: the printed slope lacks the 2. *)
Lemma square_loss_printed_false :
  is_derive (fun u => ln (/ (1 + exp (- u)))) 0 (1 / 2)
  /\ ~ is_derive (fun u => (u - (0 + 1 * (1 / 2))) ^ 2) 0 (- 1 * (1 / 2)).
Proof.
  split.
  - auto_derive; rewrite Ropp_0, exp_0; [| field].
    split; [| split; auto]; try apply Rinv_0_lt_compat; lra.
  - intros printed; apply is_derive_unique in printed; revert printed.
    rewrite (is_derive_unique _ 0 (- 1)); [lra | auto_derive; [exact I | lra]].
Qed.
