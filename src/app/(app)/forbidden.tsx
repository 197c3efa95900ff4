import { NotAllowed } from "../not-allowed";

export default NotAllowed;
