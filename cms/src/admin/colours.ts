/** Strapi’s violet becomes the portal’s sea green, which has the same contrast (7.2 on white, see the site’s tokens). */
export const colours = {
  light: {
    colors: {
      primary100: "#edf6f4",
      primary200: "#cfe5e1",
      primary500: "#2b7d75",
      primary600: "#0b5d57",
      primary700: "#074640",
      buttonPrimary500: "#0f6f68",
      buttonPrimary600: "#0b5d57",
    },
  },
  dark: {
    colors: {
      primary100: "#152b29",
      primary200: "#1f4541",
      primary500: "#5fbfb0",
      primary600: "#84d8ca",
      primary700: "#b5e9df",
      buttonPrimary500: "#17847b",
      buttonPrimary600: "#0f6f68",
    },
  },
};
