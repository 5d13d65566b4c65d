(** What Theorem C.5 and Proposition D.2 print, against the step that a Gaussian generator makes. *)

From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.Gradients.
From Steepness Require Import ClosedSteepnessEquation SingleModeRecurrence.
Open Scope R_scope.

(** The step of Theorem C.5. *)
Lemma optimal_particle_step (n : nat) (kstar k s : R) (x0 : vector) :
  0 < kstar -> 0 < k ->
  let p := isotropic n kstar in
  let q := isotropic n k in
  let d x := p x / (p x + q x) in
  exists G, is_gradient n d (scale k x0) G
  /\ same n (add (scale k x0) (scale (s / d (scale k x0)) G))
       (scale (optimal_step n kstar s x0 k) x0).
Proof.
  intros star_pos k_pos p q d; rewrite <- (proj1 (optimal_step_eq n kstar s x0 k)).
  destruct (ratio_pos n kstar k x0 star_pos k_pos) as [r_pos _].
  destruct (particle_step n kstar k s x0 star_pos k_pos (fun _ => 1)) as [G [is moved]].
  - apply ex_derive_const.
  - lra.
  - assert (equal : forall x, p x / (p x + 1 * q x) = d x)
      by (intros x; unfold d; now rewrite Rmult_1_l).
    exists G; split.
    + apply (is_gradient_of_near n _ (fun x => p x / (p x + 1 * q x)) _ _ 1);
        [lra | intros; apply equal | exact is].
    + rewrite <- equal; exact moved.
Qed.

(** n = 1, kstar = 1, k = 1/2, s = 1: from x0 = 1 the particle goes to k + s·k·3/(1 + r). *)
Lemma optimal_particle_step_printed_false :
  ~ forall (n : nat) (kstar k s : R) (x0 : vector),
    0 < kstar -> 0 < k -> 0 < s ->
    let p := isotropic n kstar in
    let q := isotropic n k in
    let d x := p x / (p x + q x) in
    exists G, is_gradient n d (scale k x0) G
    /\ same n (add (scale k x0) (scale (s / d (scale k x0)) G))
         (scale (printed_optimal_step n kstar s x0 k) x0).
Proof.
  intros printed; set (x0 := unit 0).
  destruct (printed 1%nat 1 (1 / 2) 1 x0) as [G [is moved]]; try lra.
  destruct (optimal_particle_step 1 1 (1 / 2) 1 x0) as [H [is' moved']]; try lra.
  assert (G_H : G 0%nat = H 0%nat) by (apply (gradient_unique 1 _ _ _ _ is is'); lia).
  specialize (moved 0%nat ltac:(lia)); specialize (moved' 0%nat ltac:(lia)).
  unfold add, scale at 2 3 in moved; unfold add, scale at 2 3 in moved'.
  rewrite G_H, moved' in moved.
  unfold scale, optimal_step, printed_optimal_step in moved.
  assert (same_ratio : printed_ratio 1 1 (1 / 2) x0 = mode_ratio 1 1 (1 / 2) x0).
  { unfold printed_ratio, mode_ratio; generalize (phi_pos 1 x0); intros; field; lra. }
  rewrite same_ratio in moved.
  destruct (ratio_pos 1 1 (1 / 2) x0) as [r_pos _]; try lra.
  assert (one : x0 0%nat = 1) by reflexivity; rewrite one in moved.
  assert (0 < 1 / (1 + mode_ratio 1 1 (1 / 2) x0)) by (apply Rdiv_lt_0_compat; lra).
  replace (1 / (1 / 2) ^ 2 - 1 / 1 ^ 2) with 3 in moved by field; lra.
Qed.

Lemma particle_step_printed_false :
  ~ forall (f : R -> R) (n : nat) (kstar k s : R) (x0 : vector),
    0 < kstar -> 0 < k -> 0 < s -> (forall r, ex_derive f r) ->
    (forall r, 0 < r -> 0 < r + f r) ->
    let p := isotropic n kstar in
    let q := isotropic n k in
    let d x := p x / (p x + f (p x / q x) * q x) in
    exists G, is_gradient n d (scale k x0) G
    /\ same n (add (scale k x0) (scale (s / d (scale k x0)) G))
         (scale (printed_step f n kstar s x0 k) x0).
Proof.
  intros printed; apply optimal_particle_step_printed_false.
  intros n kstar k s x0 star_pos k_pos s_pos p q d.
  destruct (printed (fun _ => 1) n kstar k s x0) as [G [is moved]]; auto.
  - intros r; apply ex_derive_const.
  - intros; lra.
  - rewrite (proj2 (optimal_step_eq n kstar s x0 k)) in moved.
    assert (equal : forall x, p x / (p x + 1 * q x) = d x)
      by (intros x; unfold d; now rewrite Rmult_1_l).
    exists G; split.
    + apply (is_gradient_of_near n _ (fun x => p x / (p x + 1 * q x)) _ _ 1);
        [lra | intros; apply equal | exact is].
    + rewrite <- equal; exact moved.
Qed.

(** ** The last lines: from the particle x = k x0 to k *)

(** With ∇r = r·(1/k² - 1/kstar²)·x a factor k stays. *)
Lemma last_line (n : nat) (k kstar s r f f' : R) (x0 : vector) :
  0 < k -> 0 < kstar -> 0 < r -> r + f <> 0 ->
  let x := scale k x0 in
  let ratio_gradient := scale (r * (1 / k ^ 2 - 1 / kstar ^ 2)) x in
  same n (add x (scale (s * ((f - r * f') / (r * (r + f)))) ratio_gradient))
    (scale (k + s * k * (1 / k ^ 2 - 1 / kstar ^ 2) * ((f - r * f') / (r + f))) x0).
Proof.
  intros k_pos star_pos r_pos regular x G i _; unfold add, G, x, scale; field.
  repeat split; lra.
Qed.

(** kstar = 1, k = 1/2, s = 1, f = 1. *)
Lemma last_line_printed_false :
  ~ forall (n : nat) (k kstar s r f f' : R) (x0 : vector),
    0 < k -> 0 < kstar -> 0 < r -> r + f <> 0 ->
    let x := scale k x0 in
    let ratio_gradient := scale (r * (1 / k ^ 2 - 1 / kstar ^ 2)) x in
    same n (add x (scale (s * ((f - r * f') / (r * (r + f)))) ratio_gradient))
      (scale (k + s * (1 / k ^ 2 - 1 / kstar ^ 2) * ((f - r * f') / (r + f))) x0).
Proof.
  intros printed.
  specialize (printed 1%nat (1 / 2) 1 1 1 1 0 (fun _ => 1) ltac:(lra) ltac:(lra) ltac:(lra)
    ltac:(lra) 0%nat ltac:(lia)).
  unfold add, scale in printed; lra.
Qed.

Lemma last_line_optimal (n : nat) (k kstar s r : R) (x0 : vector) :
  0 < k -> 0 < kstar -> 0 < r ->
  let x := scale k x0 in
  let ratio_gradient := scale (r * (1 / k ^ 2 - 1 / kstar ^ 2)) x in
  same n (add x (scale (s * (1 / (r * (r + 1)))) ratio_gradient))
    (scale (k + s * k * (1 / k ^ 2 - 1 / kstar ^ 2) * (1 / (1 + r))) x0).
Proof.
  intros k_pos star_pos r_pos x G i _; unfold add, G, x, scale; field.
  repeat split; lra.
Qed.

Lemma last_line_optimal_printed_false :
  ~ forall (n : nat) (k kstar s r : R) (x0 : vector),
    0 < k -> 0 < kstar -> 0 < r ->
    let x := scale k x0 in
    let ratio_gradient := scale (r * (1 / k ^ 2 - 1 / kstar ^ 2)) x in
    same n (add x (scale (s * (1 / (r * (r + 1)))) ratio_gradient))
      (scale (k + s * (1 / k ^ 2 - 1 / kstar ^ 2) * (1 / (1 + r))) x0).
Proof.
  intros printed.
  specialize (printed 1%nat (1 / 2) 1 1 1 (fun _ => 1) ltac:(lra) ltac:(lra) ltac:(lra)
    0%nat ltac:(lia)).
  unfold add, scale in printed; lra.
Qed.

(** ** The remark after Proposition D.2 *)

Lemma phi_ratio_at_rest (n : nat) (c : R) : phi n (scale c (fun _ => 0)) / phi n (fun _ => 0) = 1.
Proof.
  rewrite (phi_at_0 n (scale c (fun _ => 0))) by (intros i _; unfold scale; ring).
  rewrite (phi_at_0 n (fun _ => 0)) by easy.
  generalize (phi_pos n (fun _ => 0)); rewrite (phi_at_0 n (fun _ => 0)) by easy.
  intros; unfold Rdiv; now apply Rinv_r, Rgt_not_eq.
Qed.

Lemma mode_ratio_at_rest (n : nat) (kstar k : R) :
  mode_ratio n kstar k (fun _ => 0) = (k / kstar) ^ n.
Proof. unfold mode_ratio; rewrite phi_ratio_at_rest; ring. Qed.

Lemma printed_ratio_at_rest (n : nat) (kstar k : R) :
  0 < kstar -> printed_ratio n kstar k (fun _ => 0) = k / kstar.
Proof.
  intros star_pos; unfold printed_ratio; generalize (phi_pos n (fun _ => 0)); intros pos.
  replace (k * phi n (scale (k / kstar) (fun _ => 0)) / (kstar * phi n (fun _ => 0)))
    with (k / kstar * (phi n (scale (k / kstar) (fun _ => 0)) / phi n (fun _ => 0)))
    by (field; lra).
  rewrite phi_ratio_at_rest; ring.
Qed.

(** On the line at x0 = 0 the right step over s is the right-hand side of Theorem 3.3 at m = 0. *)
Lemma step_eq_rate (kstar k s : R) :
  0 < kstar -> 0 < k -> s <> 0 ->
  (optimal_step 1 kstar s (fun _ => 0) k - k) / s
  = closed_rate (curvature 0 kstar) (centre_density 0 kstar) k.
Proof.
  intros star_pos k_pos some; unfold optimal_step; rewrite mode_ratio_at_rest, pow_1.
  rewrite centre_density_optimal by assumption.
  assert (star : optimal_steepness 0 kstar = kstar).
  { unfold optimal_steepness; replace (0 ^ 2 / (2 * kstar ^ 2)) with 0 by (field; lra).
    rewrite exp_0; ring. }
  rewrite star, closed_rate_eq by (try apply Rinv_0_lt_compat; assumption).
  unfold curvature; field; repeat split; try lra.
Qed.

(** k = 1/2, kstar = 1: the printed step over s is 2, the right-hand side is 1. *)
Lemma step_eq_rate_printed_false :
  ~ forall kstar k s : R, 0 < kstar -> 0 < k -> 0 < s ->
    (printed_step (fun _ => 1) 1 kstar s (fun _ => 0) k - k) / s
    = closed_rate (curvature 0 kstar) (centre_density 0 kstar) k.
Proof.
  intros printed; specialize (printed 1 (1 / 2) 1 Rlt_0_1 ltac:(lra) Rlt_0_1).
  rewrite <- (step_eq_rate 1 (1 / 2) 1) in printed by lra.
  rewrite (proj2 (optimal_step_eq 1 1 1 (fun _ => 0) (1 / 2))) in printed.
  unfold printed_optimal_step, optimal_step in printed.
  rewrite mode_ratio_at_rest, printed_ratio_at_rest, pow_1 in printed by lra.
  lra.
Qed.
