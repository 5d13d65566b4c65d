(** The standard Gaussian and the symmetric mixture of two modes, with their derivatives. *)

From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities.
Open Scope R_scope.

(** The density of N(0, 1). *)
Definition standard_gaussian (z : R) : R := gaussian1 0 1 z.

(** The density of 0.5 N(-m, s²) + 0.5 N(m, s²). *)
Definition symmetric_mixture (m s x : R) : R := / 2 * (gaussian1 (- m) s x + gaussian1 m s x).

Lemma root_pos : 0 < sqrt (2 * PI).
Proof. apply sqrt_lt_R0; generalize PI_RGT_0; lra. Qed.

Lemma is_derive_gaussian1 (m s x : R) :
  0 < s -> is_derive (gaussian1 m s) x (- (x - m) / s ^ 2 * gaussian1 m s x).
Proof.
  intros spread; unfold gaussian1; assert (positive := root_pos).
  auto_derive; [nra |].
  match goal with |- _ * (_ * exp ?e) = _ * (_ * exp ?f) => replace e with f by (field; lra) end.
  field; lra.
Qed.

(** ** The standard Gaussian *)

Lemma standard_gaussian_pos z : 0 < standard_gaussian z.
Proof. apply gaussian1_pos; lra. Qed.

Lemma is_derive_standard_gaussian (z : R) :
  is_derive standard_gaussian z (- z * standard_gaussian z).
Proof.
  evar_last; [apply is_derive_gaussian1; lra | unfold standard_gaussian; field].
Qed.

Lemma standard_gaussian_0 : standard_gaussian 0 = / sqrt (2 * PI).
Proof.
  unfold standard_gaussian, gaussian1.
  replace (- (0 - 0) ^ 2 / (2 * 1 ^ 2)) with 0 by field; rewrite exp_0.
  now rewrite !Rmult_1_r.
Qed.

(** ** The mixture *)

Definition symmetric_mixture' (m s x : R) : R :=
  - / (2 * s ^ 2) * ((x + m) * gaussian1 (- m) s x + (x - m) * gaussian1 m s x).

Definition symmetric_mixture'' (m s x : R) : R :=
  / (2 * s ^ 4) * (((x + m) ^ 2 - s ^ 2) * gaussian1 (- m) s x
                   + ((x - m) ^ 2 - s ^ 2) * gaussian1 m s x).

Lemma symmetric_mixture_pos m s x : 0 < s -> 0 < symmetric_mixture m s x.
Proof.
  intros spread; unfold symmetric_mixture.
  generalize (gaussian1_pos m s x spread) (gaussian1_pos (- m) s x spread); lra.
Qed.

Lemma symmetric_mixture_even m s x : symmetric_mixture m s (- x) = symmetric_mixture m s x.
Proof.
  unfold symmetric_mixture, gaussian1.
  replace ((- x - - m) ^ 2) with ((x - m) ^ 2) by ring.
  replace ((- x - m) ^ 2) with ((x - - m) ^ 2) by ring; ring.
Qed.

Lemma is_derive_symmetric_mixture (m s x : R) :
  0 < s -> is_derive (symmetric_mixture m s) x (symmetric_mixture' m s x).
Proof.
  intros spread; unfold symmetric_mixture; evar_last.
  - apply is_derive_scal, @is_derive_plus; now apply is_derive_gaussian1.
  - unfold symmetric_mixture', plus; simpl; field; lra.
Qed.

Lemma is_derive_symmetric_mixture' (m s x : R) :
  0 < s -> is_derive (symmetric_mixture' m s) x (symmetric_mixture'' m s x).
Proof.
  intros spread; unfold symmetric_mixture', symmetric_mixture''; evar_last.
  - apply is_derive_scal, @is_derive_plus.
    + apply (is_derive_mult (fun u => u + m));
        [auto_derive; auto | now apply is_derive_gaussian1 |].
      intros; apply Rmult_comm.
    + apply (is_derive_mult (fun u => u - m));
        [auto_derive; auto | now apply is_derive_gaussian1 |].
      intros; apply Rmult_comm.
  - unfold plus, mult; simpl; field; lra.
Qed.

Lemma Derive_symmetric_mixture (m s x : R) :
  0 < s -> Derive (symmetric_mixture m s) x = symmetric_mixture' m s x.
Proof. intros spread; now apply is_derive_unique, is_derive_symmetric_mixture. Qed.

Lemma is_derive_Derive_symmetric_mixture (m s x : R) :
  0 < s -> is_derive (Derive (symmetric_mixture m s)) x (symmetric_mixture'' m s x).
Proof.
  intros spread; apply (is_derive_ext (symmetric_mixture' m s)).
  - intros u; symmetry; now apply Derive_symmetric_mixture.
  - now apply is_derive_symmetric_mixture'.
Qed.

(** ** At the centre *)

Lemma gaussian1_at_centre (m s : R) :
  gaussian1 m s 0 = exp (- m ^ 2 / (2 * s ^ 2)) / (sqrt (2 * PI) * s)
  /\ gaussian1 (- m) s 0 = gaussian1 m s 0.
Proof.
  unfold gaussian1; replace ((0 - m) ^ 2) with (m ^ 2) by ring.
  replace ((0 - - m) ^ 2) with (m ^ 2) by ring; split; [unfold Rdiv |]; ring.
Qed.

Lemma symmetric_mixture_centre (m s : R) :
  symmetric_mixture m s 0 = exp (- m ^ 2 / (2 * s ^ 2)) / (sqrt (2 * PI) * s).
Proof.
  destruct (gaussian1_at_centre m s) as [value equal].
  unfold symmetric_mixture; rewrite equal, value; lra.
Qed.

Lemma symmetric_mixture'_centre (m s : R) : symmetric_mixture' m s 0 = 0.
Proof.
  destruct (gaussian1_at_centre m s) as [_ equal].
  unfold symmetric_mixture'; rewrite equal; ring.
Qed.

Lemma symmetric_mixture''_centre (m s : R) :
  0 < s ->
  symmetric_mixture'' m s 0 = (m ^ 2 - s ^ 2) / s ^ 4 * symmetric_mixture m s 0.
Proof.
  intros spread; destruct (gaussian1_at_centre m s) as [_ equal].
  unfold symmetric_mixture'', symmetric_mixture; rewrite equal; field; lra.
Qed.

(** The three values in the proof of Theorem C.6, with the factor that a density has. *)
Lemma symmetric_mixture_at_centre (m s : R) :
  0 < s ->
  let p := symmetric_mixture m s in
  p 0 = exp (- m ^ 2 / (2 * s ^ 2)) / (sqrt (2 * PI) * s)
  /\ is_derive p 0 0
  /\ is_derive (Derive p) 0
       ((m ^ 2 - s ^ 2) / s ^ 4 * (exp (- m ^ 2 / (2 * s ^ 2)) / (sqrt (2 * PI) * s))).
Proof.
  intros spread p; split; [| split].
  - apply symmetric_mixture_centre.
  - evar_last; [now apply is_derive_symmetric_mixture | apply symmetric_mixture'_centre].
  - rewrite <- symmetric_mixture_centre, <- symmetric_mixture''_centre by assumption.
    now apply is_derive_Derive_symmetric_mixture.
Qed.

(** m = 1, s = 1/2: the printed value is twice the value. *)
Lemma symmetric_mixture_printed_false :
  ~ forall m s, 0 < s ->
    symmetric_mixture m s 0 = exp (- m ^ 2 / (2 * s ^ 2)) / (sqrt (2 * PI) * s ^ 2).
Proof.
  intros printed; specialize (printed 1 (1 / 2) ltac:(lra)).
  rewrite symmetric_mixture_centre in printed; generalize root_pos; intros positive.
  generalize (exp_pos (- 1 ^ 2 / (2 * (1 / 2) ^ 2))); intros value_pos.
  apply (Rmult_eq_compat_r (sqrt (2 * PI))) in printed; field_simplify in printed; lra.
Qed.
