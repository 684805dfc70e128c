//! size=1600x1200 noise=2.0 blur=0.7 warmth=1.04 vignette=14 exposure=1.12
// A folded terry towel: a fuzzy outline and folds as dark as their shadow.
#include "studio.inc"

Phone(<12, 38, -52>, <0, 2.6, 0.4>, 37, 1.5)
SoftLight(<-55, 75, -35>, <0, 5, 0>, 40, <1.0, 0.97, 0.93> * 0.95)
Room(<0.36, 0.37, 0.40>, <0.24, 0.23, 0.22>, <0.14, 0.13, 0.12>)

#declare Terry = texture {
  pigment {
    gradient x
    pigment_map {
      [0.00 granite color_map { [0 rgb <0.16, 0.24, 0.34>] [1 rgb <0.34, 0.44, 0.54>] } scale 0.8]
      [0.695 granite color_map { [0 rgb <0.16, 0.24, 0.34>] [1 rgb <0.34, 0.44, 0.54>] } scale 0.8]
      [0.70 granite color_map { [0 rgb <0.62, 0.60, 0.54>] [1 rgb <0.76, 0.74, 0.68>] } scale 0.8]
      [0.76 granite color_map { [0 rgb <0.62, 0.60, 0.54>] [1 rgb <0.76, 0.74, 0.68>] } scale 0.8]
      [0.765 granite color_map { [0 rgb <0.16, 0.24, 0.34>] [1 rgb <0.34, 0.44, 0.54>] } scale 0.8]
      [1.00 granite color_map { [0 rgb <0.16, 0.24, 0.34>] [1 rgb <0.34, 0.44, 0.54>] } scale 0.8]
    }
    scale <30, 1, 1>
    translate x * -15
  }
  finish { diffuse 0.85 }
}

// One fold: a stadium-shaped loop of cloth drawn along x, pinched where its layers meet, roughened by loops of yarn.
#declare Pile = function { 0.24 * f_noise3d(x * 6.5, y * 6.5, z * 6.5) + 0.13 * f_noise3d(x * 15, y * 15, z * 15) + 0.7 * f_noise3d(x * 0.3, y * 0.3, z * 0.3) }
#macro Fold(Y, W, D, Turn, Shift)
  #local Columns = 400;
  #local Rows = 430;
  #local R = 1.0;
  #local Straight = 2 * (D - R);
  #local Round = pi * R;
  #local Around = 2 * (Straight + Round);
  mesh2 {
    vertex_vectors {
      (Columns + 1) * Rows
      #for (I, 0, Columns)
        #local X = -W + 2 * W * I / Columns;
        // the hem closes over the last centimetre
        #local E = min(1, (W - abs(X)) / 0.9);
        #local Hem = sqrt(max(0, 1 - (1 - E) * (1 - E)));
        #for (J, 0, Rows - 1)
          #local S = Around * J / Rows;
          #if (S < Straight)
            #local P = <X, R, -D + R + S>; #local N = <0, 1, 0>;
          #elseif (S < Straight + Round)
            #local A = (S - Straight) / R; #local N = <0, cos(A), sin(A)>; #local P = <X, 0, D - R> + N * R;
          #elseif (S < 2 * Straight + Round)
            #local P = <X, -R, D - R - (S - Straight - Round)>; #local N = <0, -1, 0>;
          #else
            #local A = (S - 2 * Straight - Round) / R; #local N = <0, -cos(A), -sin(A)>; #local P = <X, 0, -D + R> + N * R;
          #end
          #local P = P * <1, Hem, 1>;
          P + N * (Pile(P.x, P.y + Y * 3, P.z) - 0.45) * (0.25 + 0.75 * Hem)
        #end
      #end
    }
    face_indices {
      2 * Columns * Rows
      #for (I, 0, Columns - 1)
        #for (J, 0, Rows - 1)
          #local K = mod(J + 1, Rows);
          <I * Rows + J, I * Rows + K, (I + 1) * Rows + K>,
          <I * Rows + J, (I + 1) * Rows + K, (I + 1) * Rows + J>
        #end
      #end
    }
    Skin(Terry)
    rotate y * Turn
    translate <Shift, Y, 0>
  }
#end

union {
  Fold(1.15, 14.0, 9.5, 0, 0)
  Fold(3.25, 13.7, 9.3, 1.5, 0.2)
  Fold(5.35, 13.9, 9.4, -1.2, -0.2)
  rotate y * 24
}

plane { y, 0 Stage(texture { Uneven(<0.55, 0.52, 0.47>, 0.04, 0.04, 14) normal { granite 0.02 scale 0.8 } }) }
