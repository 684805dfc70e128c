//! size=1600x1200 noise=2.4 blur=0.7 warmth=1.03 vignette=16 exposure=1.15
// A potted plant before a wall with a lamp on one side: many narrow leaves, small gaps between them, a wide gradient.
#include "studio.inc"
#include "rand.inc"

Phone(<5, 24, -60>, <0.2, 10.9, 0>, 32, 2)
SoftLight(<-70, 60, -28>, <0, 10, 0>, 30, <1.0, 0.95, 0.88> * 0.9)
Room(<0.30, 0.31, 0.33>, <0.24, 0.24, 0.24>, <0.14, 0.13, 0.12>)

#declare Terracotta = texture { Uneven(<0.50, 0.20, 0.10>, 0.10, 0.12, 4) normal { granite 0.1 scale 1.5 } }
#declare Soil = texture { pigment { granite color_map { [0 rgb 0.01] [1 rgb <0.08, 0.05, 0.03>] } scale 0.6 } normal { granite 0.8 } }
#declare Leaf = texture {
  pigment { bozo color_map { [0 rgb <0.05, 0.20, 0.04>] [0.6 rgb <0.10, 0.32, 0.07>] [1 rgb <0.22, 0.42, 0.10>] } scale <2, 6, 2> }
  finish { diffuse 0.8 specular 0.25 roughness 0.03 }
}
#declare Stalk = texture { pigment { rgb <0.12, 0.22, 0.06> } }

// A leaf of the given length that leaves the stalk upwards and bends over; two strips of triangles with a raised midrib.
#macro Blade(Length, Width, Bend)
  #local Steps = 14;
  mesh {
    #for (I, 0, Steps - 1)
      #for (S, -1, 1, 2)
        #local A = I / Steps; #local B = (I + 1) / Steps;
        #local WA = Width * pow(sin(pi * pow(A, 0.75)), 0.9); #local WB = Width * pow(max(0, sin(pi * pow(B, 0.75))), 0.9);
        #local PA = <Length * sin(Bend * A) / Bend, Length * (1 - cos(Bend * A)) / Bend * -1, 0>;
        #local PB = <Length * sin(Bend * B) / Bend, Length * (1 - cos(Bend * B)) / Bend * -1, 0>;
        #local EA = PA + <0, WA * 0.25, WA * S>; #local EB = PB + <0, WB * 0.25, WB * S>;
        triangle { PA, PB, EB }
        triangle { PA, EB, EA }
      #end
    #end
    Skin(Leaf)
  }
#end

#declare R = seed(41);
union {
  difference {
    cone { <0, 0, 0>, 4.2, <0, 8.2, 0>, 5.9 }
    cone { <0, 7.4, 0>, 5.3, <0, 9, 0>, 5.5 }
    Skin(Terracotta)
  }
  difference {
    object { Round_Cylinder(<0, 6.6, 0>, <0, 8.9, 0>, 6.3, 0.3, 0) }
    cylinder { <0, 6, 0>, <0, 10, 0>, 5.5 }
    Skin(Terracotta)
  }
  cylinder { <0, 7, 0>, <0, 8.0, 0>, 5.45 Skin(Soil) }
  #for (I, 0, 6)
    #local Turn = I * 51.4 + 20 * rand(R);
    #local Lean = 8 + 20 * rand(R);
    #local Tall = 7 + 6 * rand(R);
    union {
      sphere_sweep { cubic_spline 5 <0, -1, 0>, 0.25 <0, 0, 0>, 0.24 <0.4, Tall * 0.5, 0>, 0.18 <1.2, Tall, 0>, 0.12 <2, Tall * 1.2, 0>, 0.1 Skin(Stalk) }
      #for (J, 0, 5)
        #local H = (J + 1.6) / 7;
        object {
          Blade(6 + 2.4 * rand(R) - J * 0.3, 0.75 + 0.35 * rand(R), 0.7 + 0.8 * rand(R))
          rotate z * (24 + 30 * rand(R) + J * 4)
          rotate y * (J * 137.5 + 30 * rand(R))
          translate <1.2 * H * H, Tall * H, 0>
        }
      #end
      object { Blade(5, 0.7, 0.6) rotate z * 70 translate <1.2, Tall, 0> }
      rotate z * -Lean
      rotate y * Turn
      translate vrotate(<1.6, 7.9, 0>, y * Turn)
    }
  #end
}

plane { y, 0 Stage(texture { Uneven(<0.62, 0.60, 0.57>, 0.03, 0.04, 20) }) }
// the wall curves into the table: no line between them
plane { -z, -30 Stage(texture { Uneven(<0.62, 0.60, 0.57>, 0.03, 0.03, 30) normal { granite 0.05 scale 2 } }) }
difference {
  box { <-300, 0, 18>, <300, 12, 30> }
  cylinder { <-300, 12, 18>, <300, 12, 18>, 12 }
  Stage(texture { Uneven(<0.62, 0.60, 0.57>, 0.03, 0.04, 20) })
}
