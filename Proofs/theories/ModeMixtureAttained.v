(** The generator that attains the mode mixture bound: slope k between modes, less at them. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Steepness Require Import Missing.EuclideanSpace Missing.NormalDistribution.
From Steepness Require Import Missing.NormalLaw Missing.LinearChange.
From Steepness Require Import LineMixture ModeMixture.
Open Scope R_scope.

(** z, or the nearer end of [a, b]. *)
Definition clamp (a b z : R) : R := Rmax a (Rmin b z).

(** A function whose derivative vanishes at both ends is constant beyond them without a kink. *)
Lemma is_derive_clamp (F f : R -> R) (a b : R) :
  a < b -> (forall z, is_derive F z (f z)) -> f a = 0 -> f b = 0 ->
  forall z, is_derive (fun z => F (clamp a b z)) z (f (clamp a b z)).
Proof.
  intros less smooth f_a f_b z.
  assert (near_end : forall u v, v <= u -> clamp a b u - clamp a b v <= u - v
      /\ clamp a b v <= clamp a b u).
  { intros u v order; unfold clamp, Rmax, Rmin.
    repeat destruct (Rle_dec _ _); lra. }
  assert (closer : forall y, Rabs (clamp a b y - clamp a b z) <= Rabs (y - z)).
  { intros y; destruct (Rle_or_lt z y) as [up | down].
    - rewrite !Rabs_pos_eq; generalize (near_end y z up); lra.
    - rewrite !Rabs_left1; generalize (near_end z y (Rlt_le _ _ down)); lra. }
  apply derive_of_change; intros e e_pos.
  destruct (change_of_derive F (clamp a b z) _ e (smooth (clamp a b z)) e_pos)
    as [d [d_pos change]].
  assert (flat : f (clamp a b z) = 0 -> exists d, 0 < d /\ forall y, Rabs (y - z) < d ->
    Rabs (F (clamp a b y) - F (clamp a b z) - f (clamp a b z) * (y - z)) <= e * Rabs (y - z)).
  { intros none; exists d; split; [assumption |]; intros y close.
    assert (moved := change (clamp a b y) (Rle_lt_trans _ _ _ (closer y) close)).
    rewrite none in *; rewrite Rmult_0_l, Rminus_0_r in *.
    apply Rle_trans with (1 := moved), Rmult_le_compat_l; [lra | apply closer]. }
  destruct (Rle_or_lt z a) as [left | in_left].
  { apply flat; replace (clamp a b z) with a; [assumption |].
    unfold clamp, Rmax, Rmin; repeat destruct (Rle_dec _ _); lra. }
  destruct (Rle_or_lt b z) as [right | in_right].
  { apply flat; replace (clamp a b z) with b; [assumption |].
    unfold clamp, Rmax, Rmin; repeat destruct (Rle_dec _ _); lra. }
  assert (self : forall y, a <= y <= b -> clamp a b y = y).
  { intros y between; unfold clamp, Rmax, Rmin; repeat destruct (Rle_dec _ _); lra. }
  rewrite (self z) in * by lra.
  exists (Rmin d (Rmin (z - a) (b - z))); split; [repeat apply Rmin_glb_lt; lra |].
  intros y close.
  assert (close_d : Rabs (y - z) < d) by (apply Rlt_le_trans with (1 := close), Rmin_l).
  assert (close_ab : Rabs (y - z) < Rmin (z - a) (b - z))
    by (apply Rlt_le_trans with (1 := close), Rmin_r).
  assert (l := Rmin_l (z - a) (b - z)); assert (r := Rmin_r (z - a) (b - z)).
  apply Rabs_lt_between in close_ab; rewrite (self y) by lra; now apply change.
Qed.

(** A way from 0 to d on [a, b], flat at both ends and less steep than k between. *)
Section Transition.

Variables (a b k d : R).
Hypotheses (less : a < b) (k_pos : 0 < k) (d_nonneg : 0 <= d) (d_less : d < k * (b - a)).

Lemma exists_flat_ends : exists F f : R -> R,
  (forall z, is_derive F z (f z)) /\ f a = 0 /\ f b = 0 /\ F a = 0 /\ F b = d
  /\ forall z, a <= z <= b -> 0 <= f z < k.
Proof.
  (* The power j is so high that θ = d/(k(b - a))·(2j + 1)/(2j) < 1. *)
  assert (room : 0 < k * (b - a) - d) by lra.
  assert (whole : 0 < k * (b - a)) by (apply Rmult_lt_0_compat; lra).
  destruct (nfloor_ex (d / (k * (b - a) - d))) as [j [_ large]]; [now apply Rdiv_le_0_compat |].
  apply (Rlt_div_l d) in large; [| assumption].
  assert (j_some : (1 <= S j)%nat) by lia; set (n := S j) in *.
  assert (n_eq : INR n = INR j + 1) by (unfold n; apply S_INR).
  assert (j_nonneg : 0 <= INR j) by apply pos_INR.
  assert (double : INR (2 * n) = 2 * INR n) by (rewrite mult_INR; simpl; ring).
  set (theta := d / (k * (b - a)) * ((2 * INR n + 1) / (2 * INR n))).
  assert (theta_nonneg : 0 <= theta).
  { apply Rmult_le_pos; apply Rdiv_le_0_compat; lra. }
  assert (theta_less : theta < 1).
  { unfold theta; replace (d / (k * (b - a)) * ((2 * INR n + 1) / (2 * INR n)))
      with (d * (2 * INR n + 1) / (k * (b - a) * (2 * INR n))) by (field; lra).
    apply <- Rlt_div_l; [| apply Rmult_lt_0_compat; lra].
    nra. }
  set (u := fun z => (2 * z - a - b) / (b - a)).
  set (f := fun z => k * theta * (1 - u z ^ (2 * n))).
  set (H := fun z => k * theta * ((b - a) / 2) * (u z - u z ^ S (2 * n) / INR (S (2 * n)))).
  assert (odd : INR (S (2 * n)) = 2 * INR n + 1) by (rewrite S_INR, double; ring).
  assert (smooth : forall z, is_derive H z (f z)).
  { intros z; unfold H, f.
    assert (u_is : is_derive u z (2 / (b - a))) by (unfold u; auto_derive; [lra | field; lra]).
    apply (is_derive_value _ _ (k * theta * ((b - a) / 2)
      * (2 / (b - a) - INR (S (2 * n)) * (2 / (b - a)) * u z ^ pred (S (2 * n))
        / INR (S (2 * n))))).
    - apply (is_derive_scal (fun z => u z - u z ^ S (2 * n) / INR (S (2 * n)))).
      apply (is_derive_minus u (fun z => u z ^ S (2 * n) / INR (S (2 * n)))); [assumption |].
      unfold Rdiv; apply (is_derive_scal_l (fun z => u z ^ S (2 * n)) z _ (/ INR (S (2 * n)))).
      now apply (is_derive_pow u).
    - rewrite odd; change (pred (S (2 * n))) with (2 * n)%nat; field; lra. }
  assert (u_a : u a = - (1)) by (unfold u; field; lra).
  assert (u_b : u b = 1) by (unfold u; field; lra).
  assert (even : forall v, v ^ (2 * n) = (v ^ 2) ^ n) by (intros; apply pow_mult).
  exists (fun z => H z - H a), f; split; [| split; [| split; [| split; [| split]]]].
  - intros z; apply (is_derive_value _ _ (f z - 0)); [| ring].
    apply (is_derive_minus H (fun _ => H a)); [apply smooth | apply (is_derive_const (H a))].
  - unfold f; rewrite u_a, even; replace ((- (1)) ^ 2) with 1 by ring; rewrite pow1; ring.
  - unfold f; rewrite u_b, pow1; ring.
  - ring.
  - unfold H; rewrite u_a, u_b, pow1; change ((- (1)) ^ S (2 * n)) with (- (1) * (- (1)) ^ (2 * n)).
    rewrite even; replace ((- (1)) ^ 2) with 1 by ring; rewrite pow1, odd.
    unfold theta; field; lra.
  - intros z z_in; assert (size : 0 <= u z ^ 2 <= 1).
    { assert (-1 <= u z <= 1); [| split; nra]; unfold u; split.
      - apply -> Rle_div_r; lra.
      - apply <- Rle_div_l; lra. }
    unfold f; rewrite even.
    assert ((u z ^ 2) ^ n <= 1) by (rewrite <- (pow1 n); now apply pow_incr).
    assert (0 <= (u z ^ 2) ^ n) by (apply pow_le, pow2_ge_0).
    assert (0 <= k * theta < k) by (split; [apply Rmult_le_pos; lra | nra]); nra.
Qed.

Lemma exists_transition : exists T t : R -> R,
  (forall z, is_derive T z (t z)) /\ (forall z, 0 <= t z < k)
  /\ (forall z, z <= a -> T z = 0 /\ t z = 0) /\ (forall z, b <= z -> T z = d /\ t z = 0).
Proof.
  destruct exists_flat_ends as [F [f [smooth [f_a [f_b [F_a [F_b slope]]]]]]].
  exists (fun z => F (clamp a b z)), (fun z => f (clamp a b z)).
  assert (inside : forall z, a <= clamp a b z <= b).
  { intros z; unfold clamp, Rmax, Rmin; repeat destruct (Rle_dec _ _); lra. }
  split; [intros z; now apply is_derive_clamp |]; split; [auto |]; split; intros z beyond.
  - replace (clamp a b z) with a; [auto |].
    unfold clamp, Rmax, Rmin; repeat destruct (Rle_dec _ _); lra.
  - replace (clamp a b z) with b; [auto |].
    unfold clamp, Rmax, Rmin; repeat destruct (Rle_dec _ _); lra.
Qed.

End Transition.

Section Attained.

Variables (N : nat) (x : nat -> R) (s k : R) (c : nat -> R).
Hypotheses (s_pos : 0 < s) (apart : line_separated N x (6 * s)) (k_pos : 0 < k).
Hypothesis steep : forall i, (S (S i) < N)%nat ->
  midpoint x (S i) - midpoint x i <= k * (c (S i) - c i).

Notation m := (midpoint x).
Notation h := (half_width x s k).

Lemma k_half_width i : k * h i = (x (S i) - x i) / 2 - 3 * s.
Proof. unfold half_width; field; lra. Qed.

(** The first n + 1 regions are served, and beyond them g has slope k. *)
Lemma exists_up_to n : (S n < N)%nat -> exists g dg : R -> R,
  (forall z, is_derive g z (dg z)) /\ (forall z, 0 < dg z <= k)
  /\ (forall i z, (i <= n)%nat -> c i - h i <= z <= c i + h i ->
        g z = m i + k * (z - c i) /\ dg z = k)
  /\ (forall z, c n - h n <= z -> g z = m n + k * (z - c n) /\ dg z = k).
Proof.
  induction n as [| n IHn]; intros inside.
  - exists (fun z => m 0%nat + k * (z - c 0%nat)), (fun _ => k); split; [| split; [| split]].
    + intros z; auto_derive; auto; ring.
    + intros; lra.
    + intros i z few _; now assert (i = 0%nat) as -> by lia.
    + auto.
  - destruct IHn as [g [dg [smooth [slope [served beyond]]]]]; [lia |].
    assert (rise := steep n inside).
    assert (first := k_half_width n); assert (second := k_half_width (S n)).
    set (a := c n + h n); set (b := c (S n) - h (S n)).
    (* The mode takes 6s of the rise at least. *)
    assert (way : k * (b - a) = k * (c (S n) - c n) - (m (S n) - m n) + 6 * s).
    { unfold a, b, midpoint in *.
      replace (k * (c (S n) - h (S n) - (c n + h n)))
        with (k * (c (S n) - c n) - (k * h n) - (k * h (S n))) by ring.
      rewrite first, second; field. }
    assert (forwards : a < b) by nra.
    destruct (exists_transition a b k (k * (b - a) - 6 * s)) as [T [t is_way]]; try lra.
    destruct is_way as [T_is [t_size [early late]]].
    assert (apart_n : 6 * s <= x (S n) - x n) by (apply apart; lia).
    assert (apart_Sn : 6 * s <= x (S (S n)) - x (S n)) by (apply apart; lia).
    assert (h_n : 0 <= h n) by nra; assert (h_Sn : 0 <= h (S n)) by nra.
    exists (fun z => g z - T z), (fun z => dg z - t z); split; [| split; [| split]].
    + intros z; now apply (is_derive_minus g T).
    + intros z; destruct (Rle_or_lt z a) as [before | after].
      * destruct (early z before) as [_ ->]; generalize (slope z); lra.
      * destruct (beyond z) as [_ ->]; [unfold a in after; lra |]; generalize (t_size z); lra.
    + intros i z few near; destruct (Nat.eq_dec i (S n)) as [-> |].
      * destruct (late z) as [-> ->]; [unfold b; lra |].
        destruct (beyond z) as [-> ->]; [unfold a, b in forwards; lra |].
        rewrite way; split; ring.
      * assert (early_z : z <= a).
        { unfold a; destruct (Nat.eq_dec i n) as [-> |]; [lra |].
          (* g is below on the earlier regions. *)
          apply Rnot_lt_le; intros after.
          destruct (beyond z) as [at_z _]; [lra |].
          rewrite (proj1 (served i z ltac:(lia) near)) in at_z.
          assert (m i + k * (z - c i) <= m i + k * h i) by (apply Rplus_le_compat_l,
            Rmult_le_compat_l; lra).
          assert (m n + k * h n < m n + k * (z - c n)) by (apply Rplus_lt_compat_l,
            Rmult_lt_compat_l; lra).
          assert (first_i := k_half_width i); unfold midpoint in *.
          assert (order : x (S i) <= x n).
          { apply (mode_le N); [| lia | lia].
            apply (ascending_of_separated N x (6 * s)); [lra | assumption]. }
          lra. }
        destruct (early z early_z) as [-> ->], (served i z ltac:(lia) near) as [-> ->].
        split; ring.
    + intros z after; assert (later : c n - h n <= z) by (unfold a, b in forwards, after; lra).
      destruct (late z) as [-> ->]; [assumption |]; destruct (beyond z later) as [-> ->].
      rewrite way; split; ring.
Qed.

(** Such a g meets the hypotheses of Theorem 3.4 and attains the bound. *)
Lemma exists_attaining :
  (2 <= N)%nat -> exists g, admissible N x k c g
  /\ (forall i z, (S i < N)%nat -> region x s i (g z) -> Derive g z = k)
  /\ forall P, normal_law P ->
     P (fun z => between_modes N x s (g z)) = mixture_bound N c h.
Proof.
  intros some; destruct (exists_up_to (N - 2)) as [g [dg [smooth [slope [served _]]]]]; [lia |].
  assert (meets : forall i, (S i < N)%nat -> 0 <= h i).
  { intros i inside; unfold half_width; apply Rdiv_le_0_compat; [| lra].
    generalize (apart i inside); lra. }
  assert (g_is : admissible N x k c g).
  { split; [| split; [| split]].
    - intros u v less; destruct (mean_value g dg u v smooth less) as [z [_ mean]].
      generalize (slope z); nra.
    - intros z; eexists; apply smooth.
    - intros z; rewrite (is_derive_unique _ _ _ (smooth z)), Rabs_pos_eq; generalize (slope z); lra.
    - intros i inside; destruct (served i (c i)) as [-> _]; [lia | | ring].
      generalize (meets i inside); lra. }
  exists g; split; [assumption |]; split.
  - intros i z inside [low high]; rewrite (is_derive_unique _ _ _ (smooth z)).
    assert (width := k_half_width i); assert (nonneg := meets i inside).
    destruct (served i (c i - h i)) as [left _]; [lia | lra |].
    destruct (served i (c i + h i)) as [right _]; [lia | lra |].
    destruct g_is as [increasing _]; unfold midpoint in *.
    apply (served i); [lia |]; split; apply Rnot_lt_le; intros outside;
      generalize (increasing _ _ outside); [rewrite left | rewrite right]; nra.
  - intros P law; apply (mixture_eq_of_slope N x s k c g); auto.
    intros i z inside near; apply served; [lia | auto].
Qed.

End Attained.

(** Some g meets the hypotheses just where k is the steepest rise between anchors or more. *)
Lemma admissible_iff N x s k c :
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> 0 < k -> anchors N x s c ->
  ((exists g, admissible N x k c g)
   <-> forall i, (S (S i) < N)%nat ->
       (midpoint x (S i) - midpoint x i) / (c (S i) - c i) <= k).
Proof.
  intros some s_pos apart k_pos c_is.
  assert (order : forall i, (S (S i) < N)%nat -> 0 < c (S i) - c i).
  { intros i inside; assert (c i < c (S i)); [| lra].
    apply Phi_lt_reg; rewrite !c_is by lia.
    apply mixture_cdf_increasing; [assumption | apply weights_equal; lia |].
    assert (a := apart i); assert (b := apart (S i)); unfold midpoint.
    assert (6 * s <= x (S i) - x i) by (apply a; lia).
    assert (6 * s <= x (S (S i)) - x (S i)) by (apply b; lia); lra. }
  split.
  - intros [g g_is] i inside; apply <- Rle_div_l; [| now apply order].
    now apply (rise_between_anchors N x s k c g).
  - intros least.
    destruct (exists_attaining N x s k c s_pos apart k_pos) with (2 := some) as [g [g_is _]].
    + intros i inside; apply -> Rle_div_l; [now apply least | now apply order].
    + now exists g.
Qed.

Lemma attained_of_least N x s k c :
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> 0 < k -> anchors N x s c ->
  (forall i, (S (S i) < N)%nat -> (midpoint x (S i) - midpoint x i) / (c (S i) - c i) <= k) ->
  exists g, admissible N x k c g
  /\ (forall i z, (S i < N)%nat -> region x s i (g z) -> Derive g z = k)
  /\ forall P, normal_law P ->
     P (fun z => between_modes N x s (g z)) = mixture_bound N c (half_width x s k).
Proof.
  intros some s_pos apart k_pos c_is least.
  apply exists_attaining; auto; intros i inside.
  destruct (proj2 (admissible_iff N x s k c some s_pos apart k_pos c_is) least) as [g g_is].
  now apply (rise_between_anchors N x s k c g).
Qed.

(** There the printed bound is more than the probability. *)
Lemma printed_mixture_bound_false N x s k c :
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> 0 < k -> anchors N x s c ->
  (forall i, (S (S i) < N)%nat -> (midpoint x (S i) - midpoint x i) / (c (S i) - c i) <= k) ->
  exists g, admissible N x k c g /\ forall P, normal_law P ->
    P (fun z => between_modes N x s (g z)) < mixture_bound N c (printed_half_width x s k).
Proof.
  intros some s_pos apart k_pos c_is least.
  destruct (attained_of_least N x s k c) as [g [g_is [_ attained]]]; auto.
  exists g; split; [assumption |]; intros P law; rewrite (attained P law).
  now apply mixture_bound_lt_printed.
Qed.

(** The printed statement itself is false, at two modes ±3 with s = k = 1. *)
Lemma printed_mixture_statement_false :
  ~ forall N x s k c g P, (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> anchors N x s c ->
    admissible N x k c g -> normal_law P ->
    mixture_bound N c (printed_half_width x s k) <= P (fun z => between_modes N x s (g z)).
Proof.
  intros printed; destruct normal_law_exists as [P law].
  set (x := fun i => match i with O => -3 | _ => 3 end : R).
  assert (apart : line_separated 2 x (6 * 1)).
  { intros i inside; assert (i = 0%nat) as -> by lia; simpl; lra. }
  assert (c_is : anchors 2 x 1 (fun _ => 0)).
  { intros i inside; assert (i = 0%nat) as -> by lia; rewrite anchor_of_two, Phi_0; lra. }
  destruct (printed_mixture_bound_false 2 x 1 1 (fun _ => 0)) as [g [g_is less]]; auto; try lra;
    [intros; lia |].
  generalize (less P law) (printed 2%nat x 1 1 (fun _ => 0) g P).
  intros below above; assert (le : (2 <= 2)%nat) by lia; assert (one : 0 < 1) by lra.
  generalize (above le one apart c_is g_is law); lra.
Qed.

(** ** What Main.v states *)

Lemma printed_mixture_false_wherever_admissible N x s k c :
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> 0 < k -> anchors N x s c ->
  (exists g, admissible N x k c g) ->
  exists g, admissible N x k c g /\ forall P, normal_law P ->
    P (fun z => between_modes N x s (g z)) < mixture_bound N c (printed_half_width x s k).
Proof.
  intros some s_pos apart k_pos c_is met; apply printed_mixture_bound_false; auto.
  now apply (admissible_iff N x s k c).
Qed.

Lemma admissible_and_attained N x s k c :
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> 0 < k -> anchors N x s c ->
  let least_k := forall i, (S (S i) < N)%nat ->
    (midpoint x (S i) - midpoint x i) / (c (S i) - c i) <= k in
  ((exists g, admissible N x k c g) <-> least_k)
  /\ (least_k -> exists g, admissible N x k c g
      /\ (forall i z, (S i < N)%nat -> region x s i (g z) -> Derive g z = k)
      /\ forall P, normal_law P ->
         P (fun z => between_modes N x s (g z)) = mixture_bound N c (half_width x s k)).
Proof. intros; split; [now apply (admissible_iff N x s) | now apply attained_of_least]. Qed.

(** The affine map of slope k. *)
Lemma is_derive_affine (m k c z : R) : is_derive (fun z => m + k * (z - c)) z k.
Proof. auto_derive; auto; ring. Qed.

Lemma Derive_affine (m k c z : R) : Derive (fun z => m + k * (z - c)) z = k.
Proof. apply is_derive_unique, is_derive_affine. Qed.

Lemma mixture_bound_and_affine N x s k c :
  (2 <= N)%nat -> 0 < s -> line_separated N x (6 * s) -> anchors N x s c ->
  (forall g P, admissible N x k c g -> normal_law P ->
     mixture_bound N c (half_width x s k) <= P (fun z => between_modes N x s (g z)))
  /\ (N = 2%nat -> 0 < k ->
      let g z := midpoint x 0 + k * (z - c 0%nat) in
      admissible N x k c g /\ forall P, normal_law P ->
      P (fun z => between_modes N x s (g z)) = mixture_bound N c (half_width x s k)).
Proof.
  intros some s_pos apart c_is; split; [intros; now apply mixture_bound_le |].
  intros -> k_pos g.
  assert (g_is : admissible 2 x k c g).
  { split; [| split; [| split]].
    - intros u v less; unfold g; nra.
    - intros z; eexists; apply is_derive_affine.
    - intros z; unfold g; rewrite Derive_affine, Rabs_pos_eq; lra.
    - intros i inside; assert (i = 0%nat) as -> by lia; unfold g; ring. }
  split; [assumption |]; intros P law.
  apply (mixture_eq_of_slope 2 x s k c g); auto.
  intros i z inside _; now assert (i = 0%nat) as -> by lia.
Qed.

Lemma region_mass_and_affine P x s k g i a z :
  normal_law P -> 0 < k -> 0 < s -> 6 * s <= x (S i) - x i ->
  (forall u v, u < v -> g u < g v) -> (forall u, ex_derive g u) ->
  (forall u, Rabs (Derive g u) <= k) ->
  P (fun u => g u < x i + 3 * s) = a -> Phi z = a ->
  Phi (z + (x (S i) - x i - 6 * s) / k) - a <= P (fun u => region x s i (g u))
  /\ ((forall u, g u = x i + 3 * s + k * (u - z)) ->
      P (fun u => region x s i (g u)) = Phi (z + (x (S i) - x i - 6 * s) / k) - a).
Proof.
  intros law k_pos s_pos wide increasing smooth steep mass z_is.
  split; [now apply (region_mass_ge P x s k g i a z) |]; intros affine.
  assert (0 <= (x (S i) - x i - 6 * s) / k) by (apply Rdiv_le_0_compat; lra).
  rewrite <- z_is, <- (law_interval P law) by lra; apply (law_ext P law); intros u.
  unfold region; rewrite affine.
  assert (width : k * ((x (S i) - x i - 6 * s) / k) = x (S i) - x i - 6 * s) by (field; lra).
  set (v := (x (S i) - x i - 6 * s) / k) in *; split; intros [low high]; split; nra.
Qed.
