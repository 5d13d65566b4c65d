(** The remarks of appendix D on suboptimal discriminators: lengths, errors, and the ratio's mean.
  *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.NormalDistribution.
Open Scope R_scope.

(** * Lengths *)

(** The quotient of ∇d̂/d̂ and ∇d/d at r, for f with the slope f1. *)
Definition length_quotient (f f1 : R -> R) (r : R) : R := (f r - r * f1 r) * (1 + r) / (r + f r).

Lemma quotient_printed_false :
  ~ forall c r r', 0 < c -> 0 < r -> 0 < r' ->
    length_quotient (fun _ => c) (fun _ => 0) r = length_quotient (fun _ => c) (fun _ => 0) r'.
Proof.
  intros printed; assert (wrong := printed 2 1 2 ltac:(lra) ltac:(lra) ltac:(lra)).
  unfold length_quotient in wrong; lra.
Qed.

Section Power.

Variables (f f1 : R -> R) (k : R).
Hypotheses (derive : forall r, 0 < r -> is_derive f r (f1 r)) (apart : forall r, 0 < r -> 0 < r +
  f r).

(** log d̂ - k log d as a function of r. *)
Let gap r := ln (r / (r + f r)) - k * ln (r / (1 + r)).

Lemma is_derive_gap r :
  0 < r -> is_derive gap r ((length_quotient f f1 r - k) / (r * (1 + r))).
Proof.
  intros positive; assert (sum := apart r positive).
  assert (first : is_derive (fun r => r / (r + f r)) r ((f r - r * f1 r) / (r + f r) ^ 2)).
  { evar_last.
    - apply (is_derive_div (fun r => r) (fun r => r + f r)); [apply @is_derive_id | | lra].
      apply @is_derive_plus; [apply @is_derive_id | now apply derive].
    - unfold plus, one; simpl; field; lra. }
  unfold gap; evar_last.
  - apply @is_derive_minus.
    + apply (is_derive_comp ln (fun r => r / (r + f r))); [| exact first].
      apply is_derive_Reals, derivable_pt_lim_ln, Rdiv_lt_0_compat; assumption.
    + apply is_derive_scal, (is_derive_comp ln (fun r => r / (1 + r))).
      * apply is_derive_Reals, derivable_pt_lim_ln, Rdiv_lt_0_compat; lra.
      * auto_derive; [lra | reflexivity].
  - unfold minus, plus, opp, scal; simpl; unfold mult; simpl; unfold length_quotient; field.
    repeat split; lra.
Qed.

Lemma gap_constant :
  (forall r, 0 < r -> length_quotient f f1 r = k) -> forall r, 0 < r -> gap r = gap 1.
Proof.
  intros quotient.
  assert (step : forall u w, 0 < u -> u < w -> gap w = gap u).
  { intros u w positive less.
    destruct (MVT_cor2 gap (fun r => (length_quotient f f1 r - k) / (r * (1 + r))) u w less)
      as [c [mean inside]]; [intros; apply is_derive_Reals, is_derive_gap; lra |].
    rewrite quotient in mean by lra; unfold Rdiv in mean; rewrite Rminus_eq_0, !Rmult_0_l in mean;
      lra. }
  intros r positive; destruct (Rtotal_order r 1) as [less | [-> | more]];
    [symmetry; now apply step | reflexivity | apply step; lra].
Qed.

(** f is one of the family if log d̂ = k log d - log c. *)
Lemma family_of_gap c r :
  0 < c -> 0 < r ->
  (gap r = - ln c <-> f r = r * (c * Rpower (1 + 1 / r) k - 1)).
Proof.
  intros c_pos positive; assert (sum := apart r positive).
  assert (inner : 0 < r / (1 + r)) by (apply Rdiv_lt_0_compat; lra).
  assert (power : Rpower (1 + 1 / r) k = exp (- (k * ln (r / (1 + r))))).
  { unfold Rpower; f_equal; replace (1 + 1 / r) with (/ (r / (1 + r))) by (field; lra).
    rewrite ln_Rinv by assumption; ring. }
  assert (quotient : 0 < r / (r + f r)) by (apply Rdiv_lt_0_compat; lra).
  rewrite power; split; intros equal.
  - assert (value : r / (r + f r) = exp (k * ln (r / (1 + r))) * / c).
    { rewrite <- (exp_ln (r / (r + f r))) by assumption.
      replace (ln (r / (r + f r))) with (k * ln (r / (1 + r)) + - ln c) by (unfold gap in equal;
        lra).
      now rewrite exp_plus, exp_Ropp, exp_ln. }
    rewrite exp_Ropp; set (e := exp (k * ln (r / (1 + r)))) in *.
    assert (e_pos : 0 < e) by apply exp_pos.
    replace (f r) with (r / (r / (r + f r)) - r) by (field; lra).
    rewrite value; field; lra.
  - set (e := exp (- (k * ln (r / (1 + r))))) in *; assert (e_pos : 0 < e) by apply exp_pos.
    unfold gap; rewrite equal; replace (r / (r + r * (c * e - 1))) with (/ (c * e)) by (field; nra).
    rewrite ln_Rinv, ln_mult by nra; unfold e; rewrite ln_exp; ring.
Qed.

End Power.

(** The quotient is k for all r exactly for one family of f, that is d̂ = d^k/c. *)
Lemma quotient_constant_iff (f f1 : R -> R) (k : R) :
  (forall r, 0 < r -> is_derive f r (f1 r)) -> (forall r, 0 < r -> 0 < r + f r) ->
  ((forall r, 0 < r -> length_quotient f f1 r = k)
   <-> exists c, 0 < c /\ forall r, 0 < r -> f r = r * (c * Rpower (1 + 1 / r) k - 1)).
Proof.
  intros derive apart; split.
  - intros quotient; assert (flat := gap_constant f f1 k derive apart quotient).
    exists (exp (- (ln (1 / (1 + f 1)) - k * ln (1 / (1 + 1))))); split; [apply exp_pos |].
    intros r positive; apply (family_of_gap f k apart); [apply exp_pos | assumption |].
    rewrite flat, ln_exp by assumption; ring.
  - intros [c [c_pos family]] r positive.
    assert (flat : forall u, 0 < u -> ln (u / (u + f u)) - k * ln (u / (1 + u)) = - ln c)
      by (intros u u_pos; apply (family_of_gap f k apart); auto).
    assert (slope := is_derive_gap f f1 k derive apart r positive).
    assert (still : is_derive (fun u => ln (u / (u + f u)) - k * ln (u / (1 + u))) r 0).
    { apply (is_derive_ext_loc (fun _ => - ln c)); [| apply @is_derive_const].
      exists (mkposreal r positive); intros u near; change (Rabs (u - r) < r) in near.
      apply Rabs_lt_between in near; symmetry; apply flat; lra. }
    apply is_derive_unique in slope; apply is_derive_unique in still.
    assert (zero : (length_quotient f f1 r - k) / (r * (1 + r)) = 0)
      by (etransitivity; [symmetry; exact slope | exact still]).
    assert (product : (length_quotient f f1 r - k) / (r * (1 + r)) * (r * (1 + r))
      = length_quotient f f1 r - k) by (field; lra).
    rewrite zero in product; lra.
Qed.

(** The same of the discriminators. *)
Lemma discriminator_of_family c k f r :
  0 < c -> 0 < r -> f = r * (c * Rpower (1 + 1 / r) k - 1) ->
  r / (r + f) = Rpower (r / (1 + r)) k / c.
Proof.
  intros c_pos positive ->; unfold Rpower.
  replace (1 + 1 / r) with (/ (r / (1 + r))) by (field; lra).
  rewrite ln_Rinv by (apply Rdiv_lt_0_compat; lra).
  replace (k * - ln (r / (1 + r))) with (- (k * ln (r / (1 + r)))) by ring.
  rewrite exp_Ropp; assert (e_pos := exp_pos (k * ln (r / (1 + r)))).
  set (e := exp (k * ln (r / (1 + r)))) in *.
  replace (r + r * (c * / e - 1)) with (r * c / e) by (field; lra); field; repeat split; lra.
Qed.

(** * Errors of the optimal discriminator *)

(** p_data = N(a/2, 1), p_g = N(-a/2, 1): 'real' beyond the threshold t errs with this
  probability. *)
Definition error (a t : R) : R := (Phi (t - a / 2) + (1 - Phi (t + a / 2))) / 2.

(** The optimal discriminator, at least 1/2 from the threshold 0 on, is printed never to err. *)
Lemma no_error_printed_false : ~ forall a, 0 <= a -> error a 0 = 0.
Proof.
  intros printed; assert (wrong := printed 0 ltac:(lra)); unfold error in wrong.
  replace (0 - 0 / 2) with 0 in wrong by field; replace (0 + 0 / 2) with 0 in wrong by field.
  rewrite Phi_0 in wrong; lra.
Qed.

Lemma error_least a t : 0 <= a -> error a 0 = 1 - Phi (a / 2) /\ error a 0 <= error a t
  /\ error 0 0 = 1 / 2.
Proof.
  intros nonneg; unfold error.
  assert (value : forall b, (Phi (0 - b / 2) + (1 - Phi (0 + b / 2))) / 2 = 1 - Phi (b / 2)).
  { intros b; replace (0 - b / 2) with (- (b / 2)) by ring;
    replace (0 + b / 2) with (b / 2) by ring.
    rewrite Phi_opp; field. }
  split; [apply value | split].
  - rewrite value; pose (e u := Phi (u - a / 2) + (1 - Phi (u + a / 2))).
    assert (slope : forall u, derivable_pt_lim e u (phi (u - a / 2) - phi (u + a / 2))).
    { intros u; apply is_derive_Reals; unfold e; evar_last.
      - apply @is_derive_plus; [| apply @is_derive_minus; [apply @is_derive_const |]].
        + apply (is_derive_comp Phi (fun u => u - a / 2)); [apply is_derive_Phi |].
          auto_derive; [exact I | reflexivity].
        + apply (is_derive_comp Phi (fun u => u + a / 2)); [apply is_derive_Phi |].
          auto_derive; [exact I | reflexivity].
      - unfold minus, plus, opp, zero, scal; simpl; unfold mult; simpl; ring. }
    assert (start : e 0 = 2 * (1 - Phi (a / 2))) by (generalize (value a); unfold e; lra).
    assert (enough : e 0 <= e t); [| unfold e in enough at 2; lra].
    destruct (Rtotal_order t 0) as [below | [-> | above]]; [| lra |].
    + destruct (MVT_cor2 e _ t 0 below (fun u _ => slope u)) as [c [mean inside]].
      assert (phi (c - a / 2) <= phi (c + a / 2)) by (apply phi_le; nra); nra.
    + destruct (MVT_cor2 e _ 0 t above (fun u _ => slope u)) as [c [mean inside]].
      assert (phi (c + a / 2) <= phi (c - a / 2)) by (apply phi_le; nra); nra.
  - rewrite value; replace (0 / 2) with 0 by field; rewrite Phi_0; field.
Qed.

(** No other discriminator errs less: at every point the smaller density is missed at least, and
    by the optimal one no more. D is the probability with which it says 'real'. *)
Lemma error_density_least p q D :
  0 <= p -> 0 <= q -> 0 <= D <= 1 ->
  Rmin p q <= p * (1 - D) + q * D
  /\ (D = (if Rle_dec q p then 1 else 0) -> p * (1 - D) + q * D = Rmin p q).
Proof.
  intros p_nonneg q_nonneg between; split.
  - unfold Rmin; destruct (Rle_dec p q); nra.
  - intros ->; unfold Rmin; destruct (Rle_dec q p), (Rle_dec p q); lra.
Qed.

(** * The mean of r over the particles *)

(** Over N atoms of weights q, and hence not below 1 at all of them. *)
Lemma mean_ratio N (p q : nat -> R) :
  (forall i, (i < N)%nat -> 0 < q i) -> sum N p = 1 -> sum N q = 1 ->
  sum N (fun i => q i * (p i / q i)) = 1 /\ ~ (forall i, (i < N)%nat -> p i / q i < 1)
  /\ (forall i e, (i < N)%nat -> Rabs (p i - q i) <= e * q i -> Rabs (p i / q i - 1) <= e).
Proof.
  intros positive p_sum q_sum; split; [| split].
  - rewrite <- p_sum; apply sum_ext; intros i inside; specialize (positive i inside); field; lra.
  - intros small.
    assert (each : forall i, (i < N)%nat -> p i < q i).
    { intros i inside; specialize (positive i inside); specialize (small i inside).
      replace (p i) with (p i / q i * q i) by (field; lra); nra. }
    assert (less : forall M, (M <= N)%nat -> sum M p <= sum M q).
    { intros M within; apply sum_le; intros i inside; left; apply each.
      now apply Nat.lt_le_trans with M. }
    destruct N as [| M]; [simpl in p_sum; lra |]; simpl in p_sum, q_sum.
    assert (h := less M (Nat.le_succ_diag_r M)); assert (g := each M (Nat.lt_succ_diag_r M)); lra.
  - intros i e inside close; specialize (positive i inside).
    replace (p i / q i - 1) with ((p i - q i) * / q i) by (field; lra).
    assert (0 < / q i) by now apply Rinv_0_lt_compat.
    rewrite Rabs_mult, (Rabs_pos_eq (/ q i)) by lra.
    replace e with (e * q i * / q i) by (field; lra); apply Rmult_le_compat_r; lra.
Qed.
