(** An instance in which the recurrence of a single mode is wrong after two steps. *)

From Coq Require Import Reals Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Densities SymmetricMixture PushForwardDensity.
From Steepness Require Import SingleModeRecurrence SingleModeClosedForm.
Open Scope R_scope.

(** An increasing map onto the line has an image density. *)
Lemma image_density_exists (g : R -> R) (lo hi : R -> R) :
  (forall z, ex_derive g z) -> (forall z, 0 < Derive g z) ->
  (forall x, lo x < hi x) -> (forall x, g (lo x) <= x <= g (hi x)) ->
  exists q, image_density g q.
Proof.
  intros smooth rising order bounds.
  assert (continuous : forall z, continuity_pt g z).
  { intros z; apply continuity_pt_filterlim, (ex_derive_continuous g), smooth. }
  assert (increasing : forall y z, y < z -> g y < g z).
  { intros y z less; destruct (MVT_gen g y z (Derive g)) as [c [_ mean]].
    - intros; now apply Derive_correct.
    - intros; apply continuous.
    - generalize (rising c); nra. }
  set (h x := proj1_sig (Ranalysis5.f_interv_is_interv g (lo x) (hi x) x (order x) (bounds x)
    (fun y _ => continuous y))).
  assert (inverse : forall x, g (h x) = x).
  { intros x; unfold h; destruct (Ranalysis5.f_interv_is_interv g (lo x) (hi x) x (order x)
      (bounds x) (fun y _ => continuous y)) as [y [inside value]]; exact value. }
  exists (fun x => standard_gaussian (h x) / Derive g (h x)); intros z.
  assert (back : h (g z) = z).
  { assert (same := inverse (g z)).
    destruct (Rtotal_order (h (g z)) z) as [less | [| more]]; [| assumption |].
    - generalize (increasing _ _ less); lra.
    - generalize (increasing _ _ more); lra. }
  split; [apply smooth | split; [apply rising |]].
  rewrite back; generalize (rising z); intros; field; lra.
Qed.

(** kstar = 1, k = 1/2, s = 1/20. *)
Lemma two_steps_printed_false :
  ~ forall (kstar k s : R) (q1 : R -> R), 0 < k < kstar -> 0 < s ->
    let g1 := stepped (gaussian1 0 kstar) (gaussian1 0 k) (fun z => k * z) s in
    image_density g1 q1 ->
    let g2 := stepped (gaussian1 0 kstar) q1 g1 s in
    let step := optimal_step 1 kstar s (fun _ => 0) in
    Derive g2 0 = step (step k).
Proof.
  intros printed.
  set (g1 := stepped (gaussian1 0 1) (gaussian1 0 (1 / 2)) (fun z => 1 / 2 * z) (1 / 20)).
  assert (between : 0 < 1 / 2 < 1) by lra; assert (short : 0 < 1 / 20) by lra.
  assert (value : forall z, g1 z = 1 / 2 * z * (1 + 3 / 20 / (1 + rho 1 (1 / 2) z))).
  { intros z; unfold g1; rewrite (g1_eq 1 (1 / 2) (1 / 20) between).
    replace (1 / 20 * (1 / (1 / 2) ^ 2 - 1 / 1 ^ 2)) with (3 / 20) by field; reflexivity. }
  assert (slope := g1_derive 1 (1 / 2) (1 / 20) between); fold g1 in slope.
  assert (rising : forall z, 0 < Derive g1 z).
  { intros z; rewrite (is_derive_unique _ _ _ (slope z)).
    assert (pos := rho_pos 1 (1 / 2) between z).
    assert (large : 1 / 2 * (1 + 3 / 8 * z ^ 2) <= rho 1 (1 / 2) z).
    { unfold rho; replace ((1 / (1 / 2) ^ 2 - 1 / 1 ^ 2) * (1 / 2) ^ 2 * z ^ 2 / 2)
        with (3 / 8 * z ^ 2) by field.
      assert (bound : 1 + 3 / 8 * z ^ 2 <= exp (3 / 8 * z ^ 2)).
      { destruct (Req_dec z 0) as [-> | some].
        - rewrite pow_i, Rmult_0_r, exp_0 by auto; lra.
        - left; apply exp_ineq1; assert (0 < z ^ 2) by (apply pow2_gt_0; assumption); lra. }
      lra. }
    set (r := rho 1 (1 / 2) z) in *.
    assert (share : 0 < 1 / 20 * (1 / (1 / 2) ^ 2 - 1 / 1 ^ 2) / (1 + r))
      by (apply Rdiv_lt_0_compat; lra).
    assert (drop : z ^ 2 * (r / (1 + r) ^ 2) <= 16 / 3).
    { apply Rmult_le_reg_r with ((1 + r) ^ 2); [apply pow_lt; lra |].
      replace (z ^ 2 * (r / (1 + r) ^ 2) * (1 + r) ^ 2) with (z ^ 2 * r) by (field; lra); nra. }
    replace ((1 / 2) ^ 3 * (1 / 20) * (1 / (1 / 2) ^ 2 - 1 / 1 ^ 2) ^ 2 * z ^ 2 * (r / (1 + r) ^ 2))
      with (9 / 160 * (z ^ 2 * (r / (1 + r) ^ 2))) by (field; lra).
    lra. }
  destruct (image_density_exists g1 (fun x => - 2 * Rabs x - 1) (fun x => 2 * Rabs x + 1))
    as [q1 image].
  - intros z; eexists; apply slope.
  - exact rising.
  - intros x; generalize (Rabs_pos x); lra.
  - intros x; rewrite !value.
    assert (size := Rabs_pos x); assert (low := Rle_abs x); assert (high := Rle_abs (- x)).
    rewrite Rabs_Ropp in high.
    assert (a : 0 < 3 / 20 / (1 + rho 1 (1 / 2) (- 2 * Rabs x - 1))).
    { apply Rdiv_lt_0_compat; [lra |].
      generalize (rho_pos 1 (1 / 2) between (- 2 * Rabs x - 1)); lra. }
    assert (b : 0 < 3 / 20 / (1 + rho 1 (1 / 2) (2 * Rabs x + 1))).
    { apply Rdiv_lt_0_compat; [lra |].
      generalize (rho_pos 1 (1 / 2) between (2 * Rabs x + 1)); lra. }
    split; nra.
  - assert (claimed := printed 1 (1 / 2) (1 / 20) q1 between short image).
    destruct (second_step_less 1 (1 / 2) (1 / 20) between short q1 image) as [_ less].
    cbv zeta in claimed, less; fold g1 in claimed, less; lra.
Qed.
