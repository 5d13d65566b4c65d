(** The equation k′ = rate(k), of which a primitive of 1/rate is the implicit solution. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.InverseDerivative.
Open Scope R_scope.

Section Separable.

(** rate is positive on the interval from a to b, and time is a primitive of 1/rate there. *)
Variables (a b : Rbar) (rate time : R -> R).
Hypothesis rate_pos : forall x : R, Rbar_lt a x -> Rbar_lt x b -> 0 < rate x.
Hypothesis time_derive : forall x : R,
  Rbar_lt a x -> Rbar_lt x b -> is_derive time x (/ rate x).

Lemma between_in_interval (x y z : R) :
  Rbar_lt a x -> Rbar_lt y b -> x <= z <= y -> Rbar_lt a z /\ Rbar_lt z b.
Proof.
  intros low high order; split.
  - apply Rbar_lt_le_trans with x; [exact low | simpl; lra].
  - apply Rbar_le_lt_trans with y; [simpl; lra | exact high].
Qed.

Lemma time_increasing (x y : R) : Rbar_lt a x -> Rbar_lt y b -> x < y -> time x < time y.
Proof.
  intros low high less.
  destruct (MVT_gen time x y (fun u => / rate u)) as [u [between mean]].
  - intros u; rewrite Rmin_left, Rmax_right by lra; intros order.
    apply time_derive; apply (between_in_interval x y u low high); lra.
  - intros u; rewrite Rmin_left, Rmax_right by lra; intros order.
    apply continuity_pt_filterlim, (ex_derive_continuous time); eexists.
    apply time_derive; apply (between_in_interval x y u low high); lra.
  - rewrite Rmin_left, Rmax_right in between by lra.
    destruct (between_in_interval x y u low high between) as [u_low u_high].
    assert (0 < / rate u) by (apply Rinv_0_lt_compat, rate_pos; assumption); nra.
Qed.

Lemma solution_iff_time (k : R -> R) (t0 t1 t2 : R) :
  t1 < t0 < t2 -> (forall t, t1 < t < t2 -> Rbar_lt a (k t) /\ Rbar_lt (k t) b) ->
  (forall t, t1 < t < t2 -> is_derive k t (rate (k t)))
  <-> (forall t, t1 < t < t2 -> time (k t) - time (k t0) = t - t0).
Proof.
  intros start inside; split.
  - intros solves t t_in; set (h u := time (k u) - u).
    assert (flat : forall u, t1 < u < t2 -> is_derive h u 0).
    { intros u u_in; destruct (inside u u_in) as [low high]; evar_last.
      - apply (is_derive_minus (fun u => time (k u)) (fun u => u)); [| apply @is_derive_id].
        apply (is_derive_comp time k); [now apply time_derive | now apply solves].
      - assert (pos := rate_pos _ low high).
        unfold minus, plus, opp, scal, one; simpl; unfold mult; simpl; field; lra. }
    assert (equal : h t0 = h t).
    { destruct (Rtotal_order t0 t) as [less | [-> | more]]; [| reflexivity |].
      - apply (eq_is_derive h t0 t); [| assumption]; intros u u_in; apply flat; lra.
      - symmetry; apply (eq_is_derive h t t0); [| assumption]; intros u u_in; apply flat; lra. }
    unfold h in equal; lra.
  - intros implicit t t_in; destruct (inside t t_in) as [low high].
    assert (near : locally t (fun u => t1 < u < t2)).
    { apply (locally_interval _ t (Finite t1) (Finite t2)); simpl; intros; lra. }
    assert (pos := rate_pos _ low high); evar_last.
    + apply (is_derive_of_inverse (fun x : R => Rbar_lt a x /\ Rbar_lt x b) time
        (fun u => u - t0 + time (k t0)) k t (/ rate (k t)) 1).
      * intros x y [x_low _] [_ y_high] less; now apply time_increasing.
      * apply (locally_interval _ (k t) a b); auto.
      * apply filter_imp with (2 := near); intros u u_in; split; [auto |].
        generalize (implicit u u_in); lra.
      * now apply time_derive.
      * now apply Rinv_0_lt_compat.
      * auto_derive; [exact I | ring].
    + field; lra.
Qed.

End Separable.
