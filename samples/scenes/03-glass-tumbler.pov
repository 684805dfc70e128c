//! size=1600x1200 noise=2.0 blur=0.7 warmth=1.00 vignette=12 exposure=1.3
// A clear tumbler: most of the product shows the table behind it.
#include "studio.inc"

Phone(<4, 19, -34>, <0.6, 4.6, 0>, 30, 1)
SoftLight(<-45, 60, 35>, <0, 5, 0>, 30, <1.0, 0.98, 0.95> * 0.85)
Room(<0.42, 0.45, 0.50>, <0.28, 0.28, 0.28>, <0.12, 0.10, 0.09>)

#declare Clear = texture {
  pigment { rgbf <0.96, 0.98, 0.97, 0.97> }
  finish { diffuse 0.02 specular 0.8 roughness 0.001 reflection { 0.02, 1.0 fresnel on } conserve_energy }
}

merge {
  difference {
    merge {
      cone { <0, 0.4, 0>, 3.25, <0, 9.6, 0>, 3.95 }
      torus { 2.85, 0.4 translate y * 0.4 }
      cylinder { <0, 0, 0>, <0, 0.5, 0>, 2.85 }
    }
    cone { <0, 1.7, 0>, 3.0, <0, 9.8, 0>, 3.70 }
    sphere { <0, 1.7, 0>, 3.0 scale <1, 0.2, 1> translate y * 1.36 }
  }
  torus { 3.82, 0.125 translate y * 9.6 }
  Skin(Clear)
  interior { ior 1.5 fade_distance 12 fade_power 1 fade_color <0.6, 0.9, 0.8> }
  #if (!Mask) photons { target reflection on refraction on } #end
}

#if (!Mask) global_settings { photons { spacing 0.08 } } #end

plane { y, 0 Stage(texture { Uneven(<0.30, 0.31, 0.33>, 0.06, 0.06, 12) normal { granite 0.02 scale 0.6 } finish { specular 0.05 roughness 0.1 } }) }
