//! size=1600x1200 noise=2.8 blur=0.7 warmth=1.05 vignette=16 exposure=1.2
// A chair on a floor before a half-lit wall: thin legs and slats, a skirting line behind them, a strong gradient.
#include "studio.inc"

Phone(<-60, 128, -285>, <2, 43, 0>, 27, 1.5)
SoftLight(<-260, 190, -120>, <0, 50, 0>, 90, <1.0, 0.95, 0.87> * 1.0)
Room(<0.22, 0.22, 0.24>, <0.16, 0.16, 0.16>, <0.10, 0.09, 0.08>)

#declare Beech = texture {
  pigment { bozo color_map { [0 rgb <0.22, 0.09, 0.035>] [1 rgb <0.32, 0.14, 0.06>] } warp { turbulence <0.4, 0.1, 0.4> octaves 4 } scale <2, 26, 2> }
  finish { diffuse 0.8 specular 0.3 roughness 0.03 }
}

#macro Rod(A, B, R) union { cone { A, R, B, R * 0.85 } sphere { A, R } sphere { B, R * 0.85 } } #end

union {
  // seat: a dished, rounded board
  difference {
    object { Round_Box(<-20.5, 43, -20>, <20.5, 46.4, 20.5>, 1.6, 0) }
    sphere { 0, 1 scale <17, 1.6, 16> translate <0, 46.5, -1> }
  }
  // legs splay out to the floor
  Rod(<-17, 44, -16.5>, <-20, 1.3, -20>, 1.7)
  Rod(<17, 44, -16.5>, <20, 1.3, -20>, 1.7)
  Rod(<-16, 44, 17>, <-19, 1.3, 23>, 1.7)
  Rod(<16, 44, 17>, <19, 1.3, 23>, 1.7)
  Rod(<-18.6, 19, -18.4>, <-17.7, 19, 20.5>, 1.0)
  Rod(<18.6, 19, -18.4>, <17.7, 19, 20.5>, 1.0)
  Rod(<-18.2, 19, 1>, <18.2, 19, 1>, 1.0)
  // back: posts, spindles and a curved top rail
  Rod(<-17.5, 44, 17.5>, <-19, 84, 25>, 1.45)
  Rod(<17.5, 44, 17.5>, <19, 84, 25>, 1.45)
  #for (I, -2, 2)
    Rod(<I * 5.8, 45, 18>, <I * 6.2, 83, 28 - abs(I) * 0.6>, 0.62)
  #end
  intersection {
    object { Round_Cylinder(<0, 80, 0>, <0, 88, 0>, 66, 0.9, 0) }
    cylinder { <0, 70, 0>, <0, 98, 0>, 64.1 inverse }
    box { <-21, 76, 0>, <21, 99, 90> }
    translate z * -37.4
  }
  Skin(Beech)
  rotate y * 28
}

plane { y, 0 Stage(texture { Uneven(<0.46, 0.44, 0.41>, 0.05, 0.05, 60) finish { diffuse 0.8 specular 0.06 roughness 0.08 } }) }
plane { -z, -62 Stage(texture { Uneven(<0.58, 0.58, 0.55>, 0.02, 0.03, 120) normal { granite 0.06 scale 6 } }) }
