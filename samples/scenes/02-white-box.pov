//! size=1600x1200 noise=1.8 blur=0.7 warmth=1.02 vignette=10 exposure=1.1
// A white carton on white paper: two of its faces are nearly the colour of the paper behind them.
#include "studio.inc"

Phone(<9, 30, -40>, <0, 4.4, 0>, 31, -1.5)
SoftLight(<55, 70, -30>, <0, 5, 0>, 40, <1.0, 0.98, 0.95> * 0.95)
Room(<0.40, 0.41, 0.43>, <0.30, 0.30, 0.30>, <0.25, 0.24, 0.23>)

#declare Card = texture {
  pigment { rgb <0.86, 0.86, 0.85> }
  finish { diffuse 0.85 specular 0.08 roughness 0.05 }
}
#declare Gold = texture {
  pigment { rgb <0.55, 0.42, 0.20> }
  finish { diffuse 0.7 specular 0.4 roughness 0.05 }
}
#declare Crease = texture { pigment { rgb <0.55, 0.55, 0.54> } }

#macro Line(Words, Size, Y)
  #local T = text { ttf "timrom.ttf" Words 0.1, 0 }
  object { T
    scale <Size, Size, 0.4>
    translate <-(max_extent(T).x * Size) / 2, Y, -3.03>
    Skin(Gold)
  }
#end

union {
  object { Round_Box(<-6, 0, -3>, <6, 9.4, 3>, 0.12, 0) Skin(Card) }
  // the lid's tongue and the seam beside it
  box { <-5.6, 9.385, -2.96>, <5.6, 9.405, -2.90> Skin(Crease) }
  box { <-5.93, 9.37, -2.9>, <-5.88, 9.408, 2.9> Skin(Crease) }
  Line("maison", 1.9, 5.4)
  Line("hand cream", 0.85, 4.2)
  box { <-2.0, 3.55, -3.02>, <2.0, 3.62, -2.9> Skin(Gold) }
  Line("75 ml", 0.6, 1.4)
  rotate y * 27
}

plane { y, 0 Stage(texture { Uneven(<0.80, 0.80, 0.79>, 0.02, 0.025, 10) normal { granite 0.03 scale 0.8 } }) }
