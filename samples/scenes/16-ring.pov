//! size=1600x1200 noise=2.8 blur=0.9 warmth=1.02 vignette=20 exposure=1.1
// A gold ring with a stone on felt, from close by: fibres, sparkle, and a hole.
#include "studio.inc"

Phone(<-1.2, 4.6, -7.0>, <0.10, 1.36, 0>, 29.5, -3)
SoftLight(<-9, 12, -5>, <0, 1, 0>, 6, <1.0, 0.98, 0.95> * 1.0)
Room(<0.55, 0.55, 0.56>, <0.24, 0.24, 0.25>, <0.06, 0.06, 0.07>)

#declare Gold = texture {
  pigment { rgb <0.80, 0.52, 0.18> }
  finish { diffuse 0.15 specular 0.9 roughness 0.004 reflection { 0.72 metallic } metallic }
}
#declare Stone = texture {
  pigment { rgbf <0.55, 0.08, 0.14, 0.55> }
  finish { diffuse 0.25 specular 1 roughness 0.001 reflection { 0.05, 1 fresnel on } conserve_energy }
}

union {
  union {
    // band, standing, a little leaning
    difference {
      cylinder { <0, 0, -0.24>, <0, 0, 0.24>, 1.06 }
      cylinder { <0, 0, -1>, <0, 0, 1>, 0.93 }
    }
    torus { 0.995, 0.066 rotate x * 90 translate z * 0.24 }
    torus { 0.995, 0.066 rotate x * 90 translate z * -0.24 }
    cone { <0, 1.02, 0>, 0.22, <0, 1.28, 0>, 0.40 }
    #for (I, 0, 5)
      sphere_sweep { linear_spline 3 <0.2, 1.0, 0>, 0.05 <0.42, 1.3, 0>, 0.05 <0.40, 1.46, 0>, 0.055 rotate y * I * 60 }
    #end
    Skin(Gold)
  }
  #local Gem = intersection {
    #for (I, 0, 11) plane { <cos(I * pi / 6), 0.75, sin(I * pi / 6)>, 0.36 } #end
    #for (I, 0, 11) plane { <cos((I + 0.5) * pi / 6), -0.95, sin((I + 0.5) * pi / 6)>, 0.30 } #end
    plane { y, 0.19 }
    cylinder { <0, -1, 0>, <0, 1, 0>, 0.46 }
  }
  object { Gem translate y * 1.42 Skin(Stone) interior { ior 1.77 } }
  rotate x * 10
  rotate y * 34
  translate y * 1.07
}

// felt: cloudy colour and stubby fibres
plane { y, 0
  Stage(texture {
    pigment { average pigment_map {
      [1 granite color_map { [0 rgb <0.10, 0.14, 0.22>] [1 rgb <0.20, 0.26, 0.36>] } scale 0.12]
      [1 bozo color_map { [0 rgb <0.12, 0.16, 0.25>] [1 rgb <0.17, 0.22, 0.31>] } scale 2]
    } }
    normal { granite 0.5 scale 0.07 }
  })
}
