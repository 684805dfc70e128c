//! size=1600x1200 noise=2.2 blur=0.7 warmth=1.04 vignette=14 exposure=1.15
// A hard-cover book on wooden boards, the phone turned: print on the cover, pale pages near the table's colour.
#include "studio.inc"

Phone(<4, 44, -30>, <0.2, 1, -0.9>, 36.5, 11)
SoftLight(<-60, 75, 30>, <0, 0, 0>, 36, <1.0, 0.97, 0.92> * 0.95)
Room(<0.42, 0.43, 0.45>, <0.25, 0.24, 0.23>, <0.12, 0.11, 0.10>)

#declare Linen = texture {
  pigment { rgb <0.10, 0.07, 0.20> }
  normal { granite 0.15 scale 0.5 }
  finish { diffuse 0.8 specular 0.1 roughness 0.08 }
}
#declare Pages = texture { pigment { gradient y color_map { [0 rgb <0.70, 0.64, 0.50>] [0.6 rgb <0.62, 0.56, 0.43>] [1 rgb <0.70, 0.64, 0.50>] } scale 0.11 } }
#declare Ink = texture { pigment { rgb <0.82, 0.60, 0.22> } finish { diffuse 0.8 specular 0.3 roughness 0.05 } }
#declare Coral = texture { pigment { rgb <0.72, 0.20, 0.12> } finish { diffuse 0.8 } }
#declare Pale = texture { pigment { rgb <0.76, 0.70, 0.58> } finish { diffuse 0.8 } }

#macro Print(Words, Size, Z)
  #local T = text { ttf "timrom.ttf" Words 1, 0 }
  object { T rotate x * 90 scale <Size, 0.05, Size> translate <-(max_extent(T).x * Size) / 2, 3.62, Z> Skin(Ink) }
#end

union {
  object { Round_Box(<-7.2, 0, -10.6>, <7.2, 0.3, 10.6>, 0.12, 0) Skin(Linen) }
  object { Round_Box(<-7.2, 3.3, -10.6>, <7.2, 3.6, 10.6>, 0.12, 0) Skin(Linen) }
  box { <-6.9, 0.2, -10.2>, <6.8, 3.4, 10.2> Skin(Pages) }
  // rounded spine
  intersection {
    cylinder { <-5.6, 1.8, -10.6>, <-5.6, 1.8, 10.6>, 2.45 }
    box { <-9, 0, -10.6>, <-6.7, 3.6, 10.6> }
    Skin(Linen)
  }
  // cover picture: a sun over hills
  cylinder { <0.4, 3.5, 2.0>, <0.4, 3.612, 2.0>, 3.1 Skin(Coral) }
  intersection {
    union {
      cylinder { <-3.5, 3.5, -5>, <-3.5, 3.62, -5>, 5.2 Skin(Pale) }
      cylinder { <4.6, 3.5, -6>, <4.6, 3.616, -6>, 5.6 Skin(Ink) }
    }
    box { <-6, 3, -4.6>, <6.4, 4, 4> }
    Skin(Pale)
  }
  Print("SUMMER HILLS", 1.45, 7.2)
  Print("a walking guide", 1.0, -6.6)
  rotate y * 27
}

plane { y, 0 Stage(texture { Boards(<0.64, 0.53, 0.40>, <0.53, 0.42, 0.30>, 17) rotate y * 8 finish { specular 0.06 roughness 0.06 } }) }
