//! size=1200x1600 noise=2.2 blur=0.7 warmth=1.03 vignette=14 exposure=1.12
// An olive oil bottle of green glass: light falls through it and colours its shadow; the paper label is near the paper's white.
#include "studio.inc"

Phone(<3, 27, -50>, <-0.6, 10.4, 0>, 23, -2)
SoftLight(<50, 58, 34>, <0, 8, 0>, 34, <1.0, 0.97, 0.93> * 0.95)
Room(<0.45, 0.46, 0.48>, <0.34, 0.33, 0.32>, <0.14, 0.13, 0.12>)

#declare Green = texture {
  pigment { rgbf <0.74, 0.80, 0.42, 0.92> }
  finish { diffuse 0.03 specular 0.8 roughness 0.002 reflection { 0.02, 1.0 fresnel on } conserve_energy }
}
#declare Label = texture {
  pigment {
    gradient y
    color_map {
      [0.00 rgb <0.78, 0.74, 0.62>] [0.08 rgb <0.78, 0.74, 0.62>] [0.08 rgb <0.20, 0.25, 0.08>] [0.12 rgb <0.20, 0.25, 0.08>]
      [0.12 rgb <0.78, 0.74, 0.62>] [0.86 rgb <0.78, 0.74, 0.62>] [0.86 rgb <0.20, 0.25, 0.08>] [0.90 rgb <0.20, 0.25, 0.08>] [0.90 rgb <0.78, 0.74, 0.62>]
    }
    scale 6 translate y * 3
  }
}
#declare Ink = texture { pigment { rgb <0.15, 0.19, 0.06> } }
#declare Cork = texture { pigment { granite color_map { [0 rgb <0.40, 0.26, 0.14>] [1 rgb <0.66, 0.48, 0.30>] } scale 0.7 } }

#declare Outside = merge {
  object { Round_Cylinder(<0, 0, 0>, <0, 12.5, 0>, 3.5, 0.7, 1) }
  lathe { cubic_spline 8 <3.5, 10>, <3.5, 11.4>, <3.3, 12.9>, <2.2, 14.5>, <1.35, 16>, <1.2, 18>, <1.2, 20.4>, <1.2, 21> }
  cylinder { <0, 11, 0>, <0, 13, 0>, 3.2 }
  cylinder { <0, 12, 0>, <0, 14.4, 0>, 2.15 }
  cylinder { <0, 14, 0>, <0, 20.4, 0>, 1.19 }
  torus { 1.2, 0.32 translate y * 19.9 }
}

union {
  merge {
    object { Outside }
    Skin(Green)
    interior { ior 1.18 fade_distance 5 fade_power 1 fade_color <0.36, 0.40, 0.05> }
  }
  difference {
    cylinder { <0, 3, 0>, <0, 9, 0>, 3.53 }
    cylinder { <0, 2, 0>, <0, 10, 0>, 3.52 }
    plane { -z, -0.6 }
    Skin(Label)
  }
  #local T = text { ttf "timrom.ttf" "oliva" 2, 0 }
  intersection {
    object { T scale <2.1, 2.1, 2> translate <-(max_extent(T).x * 2.1) / 2, 5.5, -5> }
    cylinder { <0, 2, 0>, <0, 10, 0>, 3.54 }
    Skin(Ink)
  }
  cylinder { <0, 20, 0>, <0, 22.3, 0>, 1.0 Skin(Cork) }
  rotate y * 9
}

plane { y, 0 Stage(texture { Uneven(<0.66, 0.65, 0.62>, 0.03, 0.04, 12) normal { granite 0.03 scale 0.8 } }) }
